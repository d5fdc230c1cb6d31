// What was found of the equipment, item by item: how it is in words, the one thing to do, and how to do it on this device.
import type { EquipmentFindings, Verdict } from '#domain/equipment'
import type { ItemVerdict, Step } from '#domain/equipment-judged'
import { words as steps } from '#text/equipment-steps'
import { words as findingWords } from '#text/findings'
import { words } from '#text/prepare'
import { Disclosure } from '../../ui/disclosure/disclosure.tsx'
import { ClockIcon, ProblemIcon, QuestionIcon, TickCircleIcon, WarningIcon } from '../../ui/icon/signs.tsx'
import type { Surroundings } from '../equipment/surroundings.ts'
import './finding-list.scss'

const ICONS: Record<Verdict, typeof ClockIcon> = {
  good: TickCircleIcon,
  ok: TickCircleIcon,
  poor: WarningIcon,
  'not-suitable': ProblemIcon,
  unknown: QuestionIcon,
}

export interface FindingListProps {
  items: readonly ItemVerdict[]
  findings: EquipmentFindings | null
  here: Surroundings
  /** Still going on: what is not known yet is said to come. */
  running: boolean
  /** Said above the list already. */
  said?: Step | null
}

export function FindingList({ items, findings, here, running, said = null }: FindingListProps) {
  const shown = items.filter(({ item, verdict, step }) => {
    if (item === 'power') return step !== null
    if (item === 'light') return verdict !== 'unknown'
    return true
  })
  return (
    <ul class="findings">
      {shown.map((one) => {
        const coming = running && one.verdict === 'unknown'
        const Icon = coming ? ClockIcon : ICONS[one.verdict]
        const how = coming || !findings ? null : howTo(one.step, findings, here)
        return (
          <li key={one.item} class={`finding finding-${coming ? 'coming' : one.verdict}`}>
            <Icon />
            <div>
              <p>
                <strong>{findingWords.items[one.item]}</strong>
                <span class="finding-verdict">{coming ? words.pending : findingWords.verdicts[one.verdict]}</span>
              </p>
              {!coming && one.step && one.step !== said && <p class="finding-step">{findingWords.steps[one.step]}</p>}
              {how && (
                <Disclosure summary={words.howTo}>
                  <ol>
                    {how.map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ol>
                </Disclosure>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** The steps for the device and browser in front of the person, where they differ from one to another. */
function howTo(
  step: Step | null,
  { camera, microphone }: EquipmentFindings,
  here: Surroundings,
): readonly string[] | null {
  switch (step) {
    case 'allow-camera':
      return steps.steps(microphone?.state === 'refused' ? 'both' : 'camera', 'refused', here.kind, here.secure)
    case 'allow-microphone':
      return steps.steps(camera?.state === 'refused' ? 'both' : 'microphone', 'refused', here.kind, here.secure)
    case 'open-in-browser':
    case 'use-other-browser':
      return steps.steps('both', 'unsupported', here.kind, here.secure)
    case 'turn-sound-up':
      return steps.quietBell(here.kind)
    default:
      return null
  }
}
