// The way from the settings to how people sign in.
import { words as texts } from '#text/provider'
import { Button } from '../../../ui/button/button.tsx'

const words = texts.part

export function SignInPart() {
  return (
    <section id="sign-in" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Button kind="secondary" size="small" href="/staff/settings/sign-in">
        {words.open}
      </Button>
    </section>
  )
}
