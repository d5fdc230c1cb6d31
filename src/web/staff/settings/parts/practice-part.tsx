// The link to the practice page, for an organisation's website and letters.
import { words as texts } from '#text/settings'
import { Button } from '../../../ui/button/button.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'

const words = texts.practice
const PATH = '/check'

export function PracticePart() {
  const link = `${location.origin}${PATH}`
  return (
    <section id="practice" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <div class="link-line">
        <code>{link}</code>
        <CopyButton text={link} label={words.copyLong}>
          {words.copy}
        </CopyButton>
      </div>
      <p>
        <Button kind="quiet" size="small" href={PATH}>
          {words.open}
        </Button>
      </p>
    </section>
  )
}
