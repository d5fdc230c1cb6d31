// Who has an appointment in the next hours and has not come yet, under those who wait, in time order.
import type { PlanView } from '#contract/plan'
import { words } from '#text/appointments'
import { words as people } from '#text/people'
import { words as photos } from '#text/photos-staff'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { PreparedTag } from '../../appointments/parts/prepared-tag.tsx'
import { ReadinessLine } from '../../readiness/readiness-line.tsx'
import { sideOf } from '../../readiness/sides.ts'
import type { ConsoleDesk, ConsoleModel, LinkAgain } from '../console-model.ts'
import { birthOf, nameOf } from '../person-words.ts'
import { minutesBetween } from '../queue-line.ts'
import './expected.scss'

export interface ExpectedProps {
  desk: ConsoleDesk
  now: number
  /** Null while the plans are not loaded. */
  planOf: (planId: string) => PlanView | null
  /** Null while nothing can be sent. */
  linkAgain: ConsoleModel['linkAgain'] | null
}

/** So late, somebody may have lost the link. */
const NOT_THERE_MINUTES = 10

export function Expected({ desk: { shown }, now, planOf, linkAgain }: ExpectedProps) {
  const lines = shown
    .flatMap(({ queue }) => (queue.expected ?? []).map((one) => ({ one, area: queue.name, areaId: queue.areaId })))
    .sort((a, b) => a.one.startsAt - b.one.startsAt)
  if (lines.length === 0) return null
  return (
    <section class="expected">
      <h2>{words.expected}</h2>
      <ul aria-label={words.expected}>
        {lines.map(({ one, area, areaId }) => {
          const late = minutesBetween(one.startsAt, now)
          return (
            <li key={one.appointmentId}>
              <strong class="expected-time">{people.time(one.startsAt)}</strong>
              <span class="expected-who">
                <strong>
                  <bdi translate={false}>{nameOf(one)}</bdi>
                </strong>
                <span class="soft small">{birthOf(one, null)}</span>
              </span>
              <span class="soft small expected-with">
                {one.practitionerName ? <bdi translate={false}>{one.practitionerName}</bdi> : words.team}
                {shown.length > 1 && (
                  <>
                    , <bdi translate={false}>{area}</bdi>
                  </>
                )}
              </span>
              <span class="expected-state">
                {one.toPhone && <Tag tone="bad">{words.toPhone}</Tag>}
                {late > 0 && <Tag tone="amber">{words.late(people.shortWait(late))}</Tag>}
                <PreparedTag link={one.link} preparation={one.preparation ?? null} />
                {(one.preparation?.photos ?? 0) > 0 && (
                  <span class="small">{photos.count(one.preparation?.photos ?? 0)}</span>
                )}
                {one.preparation?.equipment && (
                  <ReadinessLine
                    patient={sideOf('patient', one.preparation.equipment, planOf(one.preparation.planId))}
                  />
                )}
                {linkAgain && late >= NOT_THERE_MINUTES && one.dateOfBirth && (
                  <Again name={nameOf(one)} {...linkAgain(areaId, one.appointmentId)} />
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Again({ name, sending, send }: LinkAgain & { name: string }) {
  const { kind } = useStore(sending.request)
  if (kind === 'done')
    return (
      <span class="small" role="status">
        {words.linkAgainSent}
      </span>
    )
  return (
    <>
      {kind === 'refused' && (
        <span class="small" role="alert">
          {words.notDone}
        </span>
      )}
      <Button
        kind="quiet"
        size="small"
        busy={kind === 'busy' && words.linkAgain}
        label={words.linkAgainTo(name)}
        onPress={send}
      >
        {words.linkAgain}
      </Button>
    </>
  )
}
