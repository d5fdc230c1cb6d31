// The way from the settings to the plans.
import { words as texts } from '#text/settings'
import { Button } from '../../../ui/button/button.tsx'

const words = texts.plans

export function PlansPart() {
  return (
    <section id="plans" class="settings-part stack-s">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Button kind="secondary" size="small" href="/staff/settings/plans">
        {words.open}
      </Button>
    </section>
  )
}
