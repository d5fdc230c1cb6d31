// What a setting says, for reading.
import type { SettingName, Settings } from '#domain/settings'
import { words } from '#text/settings-handed'
import { useStore } from '../../../kit/store.ts'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { planName } from '../../plans/plan-words.ts'
import { summaryOf } from '../setting-summary.ts'

export function SettingValue({
  name,
  settings,
  plans,
}: {
  name: SettingName
  settings: Settings
  plans: PlanCatalogue
}) {
  if (name === 'planId') return <PlanValue planId={settings.planId} plans={plans} />
  if (name === 'logoId') return <Logo logoId={settings.logoId} />
  return (
    <ul class="handed-value">
      {summaryOf(name, settings).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function PlanValue({ planId, plans }: { planId: string; plans: PlanCatalogue }) {
  useStore(plans.state)
  return <p class="handed-value">{planName(plans.find(planId))}</p>
}

export function Logo({ logoId }: { logoId: string | null }) {
  if (!logoId) return <p class="handed-value">{words.editor.noPicture}</p>
  return <img class="handed-logo" src={`/api/open/logos/${logoId}`} alt={words.editor.pictureOf} />
}
