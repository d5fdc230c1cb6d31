// The way in by the organisation's own sign-in. It opens in this tab, or beside it where something typed waits.
import { words } from '#text/provider'
import { Button } from '../../ui/button/button.tsx'

export function ProviderWay({ name, beside }: { name: string; beside: boolean }) {
  if (!beside)
    return (
      <Button size="large" href="/staff/provider" wide>
        {words.button(name)}
      </Button>
    )
  return (
    <div class="stack-s">
      <a
        class="button button-primary button-large button-wide"
        href="/staff/provider#beside"
        target="_blank"
        rel="noopener"
      >
        <span>{words.button(name)}</span>
      </a>
      <p class="soft">{words.beside}</p>
    </div>
  )
}
