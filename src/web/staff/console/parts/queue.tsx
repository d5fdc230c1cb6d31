// The queue of the areas that are shown, as one working table. Lines slide to new places, and never under a pointer or the
// focus. The arrow keys go from line to line.
import { useCallback, useRef, useState } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import { dateIn } from '#domain/area'
import { words } from '#text/console'
import { Button } from '../../../ui/button/button.tsx'
import { ChairIcon } from '../../../ui/icon/work.tsx'
import { PatientWindow } from '../../parts/patient-window.tsx'
import type { ConsoleDesk } from '../console-model.ts'
import type { QueueLine } from '../queue-line.ts'
import { useArrows } from '../use-arrows.ts'
import { useResting } from '../use-resting.ts'
import { useSlide } from '../use-slide.ts'
import { QueueRow } from './queue-row.tsx'

export interface QueueProps {
  desk: ConsoleDesk
  now: number
  planOf: (planId: string) => PlanView | null
  onChoose: (visitId: string) => void
  onAct: ((line: QueueLine) => void) | null
  onRest: (resting: boolean) => void
}

/** More than a screen shows, and few enough to be there at once. */
const AT_FIRST = 120

export function Queue({ desk, now, planOf, onChoose, onAct, onRest }: QueueProps) {
  const list = useRef<HTMLDivElement>(null)
  useSlide(list)
  useResting(list, onRest)
  useArrows(list)
  // Where the next patient is taken with one press, that button stands out, and no other.
  const next = desk.next ? undefined : desk.lines.find((line) => line.state.kind === 'waiting')
  const several = desk.shown.length > 1
  const [whole, setWhole] = useState(false)
  const lines = whole ? desk.lines : desk.lines.slice(0, AT_FIRST)
  const latest = useRef(onAct)
  latest.current = onAct
  const act = useCallback((line: QueueLine) => latest.current?.(line), [])
  return (
    <div ref={list} class="queue-holder">
      {desk.lines.length === 0 ? (
        <Empty desk={desk} />
      ) : (
        <ul class={lines.length > 60 ? 'queue queue-long-list' : 'queue'} aria-label={words.queue}>
          {lines.map((line, index) => (
            <QueueRow
              key={line.visit.id}
              line={line}
              today={dateIn(now, line.place.timeZone)}
              plan={planOf(line.visit.planId)}
              next={line === next}
              divided={index > 0 && waits(lines[index - 1]) && !waits(line)}
              chosen={desk.chosen?.visit.id === line.visit.id}
              several={several}
              onChoose={onChoose}
              onAct={onAct && act}
            />
          ))}
        </ul>
      )}
      {lines.length < desk.lines.length && (
        <Button kind="secondary" wide onPress={() => setWhole(true)}>
          {words.showRest(desk.lines.length - lines.length)}
        </Button>
      )}
      <p class="queue-unsettled" role="status">
        {desk.unsettled && words.unsettled}
      </p>
    </div>
  )
}

function waits(line: QueueLine | undefined): boolean {
  return line?.visit.status === 'waiting'
}

function Empty({ desk: { area, filtering, joins, shown } }: { desk: ConsoleDesk }) {
  if (filtering)
    return (
      <div class="queue-empty queue-empty-small">
        <p>{words.filter.none}</p>
      </div>
    )
  const only = shown.length === 1 ? area : null
  return (
    <div class="queue-empty">
      <ChairIcon size={48} />
      <h2>{words.empty.title}</h2>
      <p>
        {only ? words.empty.text : words.empty.textSome} {joins && words.empty.join}
      </p>
      {only && (
        <>
          <PatientWindow slug={only.queue.slug} kind="secondary">
            {words.empty.try}
          </PatientWindow>
          <p class="soft small">{words.empty.tryHint}</p>
        </>
      )}
    </div>
  )
}
