// The way from the settings to the audit.
import { words as texts } from '#text/audit'
import { Button } from '../../../ui/button/button.tsx'

const words = texts.part

export function AuditPart() {
  return (
    <section id="audit" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Button kind="secondary" size="small" href="/staff/audit">
        {words.open}
      </Button>
    </section>
  )
}
