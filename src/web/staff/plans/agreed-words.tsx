// What was agreed, by whom and when, in one line.
import type { AgreedDevice } from '#domain/advice'
import { words as people } from '#text/people'
import { words as texts } from '#text/plans-staff'

const words = texts.talk

export function AgreedWords({ agreed }: { agreed: AgreedDevice }) {
  const when = people.time(agreed.at)
  return (
    <>
      <strong>{words.agreed(texts.kindsIn[agreed.device])}</strong>{' '}
      <span class="soft">
        {agreed.by === 'patient' ? words.agreedByPatient(when) : words.agreedBy(agreed.byName, when)}
      </span>
    </>
  )
}
