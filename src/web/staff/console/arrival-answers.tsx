// What a patient answered to the area's own questions, each under its question.
import type { QueueVisit } from '#contract/visit'
import { words } from '#text/quiet'
import { typed } from '../../text/typed.ts'

/** Nothing where nothing was answered. */
export function ArrivalAnswers({ answers = [] }: Pick<QueueVisit, 'answers'>) {
  if (answers.length === 0) return null
  return (
    <section class="arrival-answers">
      <h3>{words.answers}</h3>
      <dl class="person-facts">
        {answers.map(({ label, kind, answer }) => (
          <div key={label}>
            <dt>{typed(label)}</dt>
            <dd dir="auto">{kind === 'yes-no' ? (answer === 'yes' ? words.yes : words.no) : typed(answer)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
