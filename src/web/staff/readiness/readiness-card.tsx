// The readiness card: patient and practitioner side by side, item by item, with the one next step of each. Plain props:
// the queue, the confirmation before a join and the call all show the same card.
import { words as people } from '#text/people'
import { words } from '#text/readiness'
import { Button } from '../../ui/button/button.tsx'
import { ArrowRightIcon } from '../../ui/icon/signs.tsx'
import { ITEM_ICONS, VERDICT_ICONS } from './readiness-icons.tsx'
import { type Cell, readinessCard, type Side, type Summary } from './readiness-model.ts'
import './readiness.scss'
import { typed } from '../../text/typed.ts'

export interface ReadinessCardProps {
  /** The patient's first name. */
  name: string
  patient: Side
  own: Side
  /** ms since the epoch by the clock of the page, to say when something was looked at. */
  now: number
  /** Opens the practitioner's own check; null where that cannot be now (in a call). */
  onCheckOwn: (() => void) | null
}

export function ReadinessCard({ name, patient, own, now, onCheckOwn }: ReadinessCardProps) {
  const card = readinessCard(patient, own)
  const check = onCheckOwn && (
    <Button kind="quiet" size="small" onPress={onCheckOwn}>
      {card.own.checkedAt === null ? words.checkOwn : words.checkOwnAgain}
    </Button>
  )
  return (
    <section class="readiness" aria-label={words.title}>
      <table class={card.lines.length > 0 ? 'readiness-table' : 'readiness-table readiness-bare'}>
        <caption class="visually-hidden">{words.caption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{words.item}</span>
            </th>
            <Head name={name} summary={card.patient} now={now} />
            <Head name={words.you} summary={card.own} now={now} />
          </tr>
        </thead>
        {card.lines.length > 0 && (
          <tbody>
            {card.lines.map(({ item, patient: theirs, own: mine }) => {
              const Icon = ITEM_ICONS[item]
              return (
                <tr key={item}>
                  <th scope="row">
                    <span class="readiness-item">
                      <Icon size={20} /> <span>{words.items[item]}</span>
                    </span>
                  </th>
                  <VerdictCell cell={theirs} />
                  <VerdictCell cell={mine} />
                </tr>
              )
            })}
          </tbody>
        )}
      </table>
      <Next name={name} patient={card.patient} own={card.own} />
      {check && <p class="readiness-check">{check}</p>}
    </section>
  )
}

function Head({ name, summary, now }: { name: string; summary: Summary; now: number }) {
  return (
    <th scope="col">
      <span class="readiness-head">
        <span class="readiness-name">{typed(name)}</span>
        <Word verdict={summary.verdict} word={summary.word} />
        <small>{whenOf(summary, now)}</small>
      </span>
    </th>
  )
}

function whenOf({ live, checkedAt }: Summary, now: number): string {
  if (live) return words.live
  if (checkedAt === null) return ''
  const sameDay = people.date(checkedAt) === people.date(now)
  return sameDay ? words.checkedAt(people.time(checkedAt)) : words.checkedOn(checkedAt)
}

function Word({ verdict, word }: Pick<Cell, 'verdict' | 'word'>) {
  const Icon = VERDICT_ICONS[verdict]
  return (
    <span class={`readiness-word readiness-${verdict}`}>
      <Icon size={20} /> <span>{word}</span>
    </span>
  )
}

function VerdictCell({ cell }: { cell: Cell }) {
  if (cell.quiet)
    return (
      <td class="readiness-quiet">
        <span class="visually-hidden">{cell.word}</span>
      </td>
    )
  return (
    <td>
      <div class="readiness-cell">
        <Word verdict={cell.verdict} word={cell.word} />
        {cell.figures.length > 0 && (
          <span class="readiness-figures">
            {cell.figures.map(({ text, spoken }) => (
              <span key={text}>
                {spoken ? (
                  <>
                    <span aria-hidden="true">{text}</span>
                    <span class="visually-hidden">{spoken}</span>
                  </>
                ) : (
                  text
                )}
              </span>
            ))}
          </span>
        )}
      </div>
    </td>
  )
}

function Next({ name, patient, own }: { name: string; patient: Summary; own: Summary }) {
  const steps = [
    { who: name, summary: patient },
    { who: words.you, summary: own },
  ].filter(({ summary }) => summary.next !== null)
  return (
    <div class="readiness-next" role="status">
      {steps.map(({ who, summary }) => (
        <p key={who} class={`readiness-step readiness-step-${summary.verdict}`}>
          <ArrowRightIcon size={20} />
          <span>
            <strong>{words.nextOf(who)}</strong> {summary.next}
          </span>
        </p>
      ))}
    </div>
  )
}
