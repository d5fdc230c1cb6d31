// The queue of one waiting area as a working table. Lines slide to new places, and never under a pointer or the focus.
import { useRef } from 'preact/hooks'
import type { PlanView } from '#contract/plan'
import { PatientWindow } from '../../../staff/parts/patient-window.tsx'
import { words } from '../../../text/console.ts'
import { ChairIcon } from '../../../ui/icon/work.tsx'
import type { ConsoleDesk } from '../console-model.ts'
import type { QueueLine } from '../queue-line.ts'
import { useResting } from '../use-resting.ts'
import { useSlide } from '../use-slide.ts'
import { QueueRow } from './queue-row.tsx'

export interface QueueProps {
  desk: ConsoleDesk
  now: number
  slug: string
  planOf: (planId: string) => PlanView | null
  onChoose: (visitId: string) => void
  onAct: ((line: QueueLine) => void) | null
  onRest: (resting: boolean) => void
}

export function Queue({ desk, now, slug, planOf, onChoose, onAct, onRest }: QueueProps) {
  const list = useRef<HTMLDivElement>(null)
  useSlide(list)
  useResting(list, onRest)
  const next = desk.lines.find((line) => line.state.kind === 'waiting')
  return (
    <div ref={list} class="queue-holder">
      {desk.lines.length === 0 ? (
        <Empty slug={slug} />
      ) : (
        <ul class="queue" aria-label={words.queue}>
          {desk.lines.map((line, index) => (
            <QueueRow
              key={line.visit.id}
              line={line}
              now={now}
              plan={planOf(line.visit.planId)}
              next={line === next}
              divided={index > 0 && waits(desk.lines[index - 1]) && !waits(line)}
              chosen={desk.chosen?.visit.id === line.visit.id}
              glance={desk.area?.queue.glance === true}
              onChoose={() => onChoose(line.visit.id)}
              onAct={onAct && (() => onAct(line))}
            />
          ))}
        </ul>
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

function Empty({ slug }: { slug: string }) {
  return (
    <div class="queue-empty">
      <ChairIcon size={48} />
      <h2>{words.empty.title}</h2>
      <p>{words.empty.text}</p>
      <PatientWindow slug={slug} kind="secondary">
        {words.empty.try}
      </PatientWindow>
      <p class="soft small">{words.empty.tryHint}</p>
    </div>
  )
}
