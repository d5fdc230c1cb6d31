// What the patient will read of this plan, with the drawing of where to put the device.
import type { PlanView } from '#contract/plan'
import { purposeOfPlan } from '#domain/plan-catalogue'
import { words as texts } from '#text/plans-staff'
import { Placing } from '../../../ui/placing/placing.tsx'
import { sceneFor } from '../../../ui/placing/scene-for.ts'
import { planName, planText } from '../plan-words.ts'

const words = texts.page
const READ = ['reason', 'position', 'wear', 'have', 'safety'] as const

export function PlanPreview({ plan }: { plan: Omit<PlanView, 'id'> }) {
  const purpose = purposeOfPlan(plan)
  const parts = READ.map((field) => ({ field, text: planText(plan, field) })).filter(({ text }) => text !== '')
  return (
    <aside class="plan-preview" aria-label={words.preview}>
      <h3>{words.preview}</h3>
      <div class="plan-preview-page">
        <p class="plan-preview-name">{planName(plan)}</p>
        {purpose && <Placing scene={sceneFor(purpose, null, null)} label={words.drawing} />}
        {parts.length === 0 && <p class="soft">{words.previewEmpty}</p>}
        {parts.map(({ field, text }) => (
          <p key={field}>{text}</p>
        ))}
      </div>
    </aside>
  )
}
