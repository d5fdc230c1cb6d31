// The readiness card during the call: the same as before it, with what is measured now.
import type { PlanView } from '#contract/plan'
import type { EquipmentFindings } from '#domain/equipment'
import type { About, LiveFindings } from '#domain/equipment-judged'
import { judgeEquipment, judgeLive } from '#domain/equipment-verdict'
import { ReadinessCard } from './readiness-card.tsx'
import type { Side } from './readiness-model.ts'
import { inFrameOf } from './sides.ts'
import './readiness-pane.scss'

export interface ReadinessPaneProps {
  name: string
  plan: PlanView
  /** What the checks before the call found; null: nobody looked. */
  theirs: EquipmentFindings | null
  own: EquipmentFindings | null
  /** What the call measures; null while there is none. */
  theirsNow: LiveFindings | null
  ownNow: LiveFindings | null
  now: number
}

export function ReadinessPane(props: ReadinessPaneProps) {
  const side = (found: EquipmentFindings | null, live: LiveFindings | null, role: About['role']): Side => {
    const about: About = { role, participants: 2, view: props.plan.view }
    const inFrame = role === 'patient' ? inFrameOf(found, props.plan) : null
    return { found, live, inFrame, readiness: live ? judgeLive(live, found, about) : judgeEquipment(found, about) }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it.
    <div class="readiness-pane" tabIndex={0}>
      <ReadinessCard
        name={props.name}
        patient={side(props.theirs, props.theirsNow, 'patient')}
        own={side(props.own, props.ownNow, 'practitioner')}
        now={props.now}
        onCheckOwn={null}
      />
    </div>
  )
}
