// A patient's readiness in one line: for a row of the queue.
import { words } from '#text/readiness'
import { VERDICT_ICONS } from './readiness-icons.tsx'
import { compactReadiness, type Side } from './readiness-model.ts'
import './readiness-line.scss'

export function ReadinessLine({ patient }: { patient: Side }) {
  const { verdict, text } = compactReadiness(patient)
  const Icon = VERDICT_ICONS[verdict]
  return (
    <span class={`readiness-line readiness-line-${verdict}`} title={text}>
      <Icon size={20} />
      <span class="visually-hidden">{words.lineSays}</span> <span>{text}</span>
    </span>
  )
}
