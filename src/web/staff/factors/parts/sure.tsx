// Asks once more before something that cannot be taken back in one press.
import { words } from '#text/factors'
import { Button } from '../../../ui/button/button.tsx'

export interface SureProps {
  title: string
  text: string
  /** What the button that does it says. */
  press: string
  busy: boolean
  onPress: () => void
  onKeep: () => void
}

export function Sure({ title, text, press, busy, onPress, onKeep }: SureProps) {
  return (
    <section class="factor-sure stack-s" aria-label={title}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{text}</p>
      <div class="factor-acts">
        <Button kind="danger" size="small" busy={busy && words.doing} onPress={onPress}>
          {press}
        </Button>
        <Button kind="secondary" size="small" onPress={onKeep}>
          {words.keep}
        </Button>
      </div>
    </section>
  )
}
