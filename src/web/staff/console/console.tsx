// The console: areas at the left, the queue in the middle, the chosen person or the area at the right.
import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { QueueVisit } from '#contract/visit'
import { words } from '#text/console'
import { words as staffWords } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { OwnEquipment } from '../own-equipment.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import type { StaffModel } from '../staff-model.ts'
import type { ConsoleDesk, ConsoleModel } from './console-model.ts'
import { AreaGlance, OpenedArea } from './parts/area-glance.tsx'
import { AreaChooser, AreaList } from './parts/area-list.tsx'
import { AreaNotices } from './parts/area-notices.tsx'
import { AreaPanel } from './parts/area-panel.tsx'
import { Expected } from './parts/expected.tsx'
import { Person } from './parts/person.tsx'
import { Queue } from './parts/queue.tsx'
import { headOf, QueueHead } from './parts/queue-head.tsx'
import { QueueTools } from './parts/queue-tools.tsx'
import { RemoveDialog } from './parts/remove-dialog.tsx'
import { VisitPlan } from './parts/visit-plan.tsx'
import { nameOf } from './person-words.ts'
import type { QueueLine } from './queue-line.ts'
import { useWide } from './use-wide.ts'
import './areas.scss'
import './console.scss'
import './queue-row.scss'
import './queue.scss'
import './queue-tools.scss'
import './person.scss'
import './visit-plan.scss'

export interface ConsoleProps {
  console: ConsoleModel
  staff: StaffModel
  onJoin: (visitId: string) => void
  onReturn: (visitId: string) => void
  own: OwnEquipment
  onCheckOwn: () => void
  keepsSettings: boolean
}

export function Console(props: ConsoleProps) {
  const desk = useStore(props.console.desk)
  if (!desk)
    return (
      <div class="console-opening">
        <Spinner words={staffWords.checking} large heading />
      </div>
    )
  if (desk.areas.length === 0)
    return (
      <div class="console-opening stack-s">
        <h1>{words.noAreasTitle}</h1>
        <p>{props.keepsSettings ? words.noAreasSettings : words.noAreasText}</p>
        {props.keepsSettings && (
          <p>
            <Button kind="secondary" href="/staff/settings">
              {words.openSettings}
            </Button>
          </p>
        )}
      </div>
    )
  return <Desk {...props} desk={desk} />
}

function Desk({ console, staff, onJoin, onReturn, own, onCheckOwn, desk }: ConsoleProps & { desk: ConsoleDesk }) {
  const now = useStore(staff.now)
  const reachable = useStore(staff.contact).kind === 'open'
  const actions = useStore(console.area)
  const plans = useStore(console.plans.state)
  const planOf = (planId: string) =>
    plans.kind === 'loaded' ? (plans.plans.find((plan) => plan.id === planId) ?? null) : null
  const wide = useWide()
  const [about, setAbout] = useState(false)
  const [removing, setRemoving] = useState<QueueVisit | null>(null)
  const rest = useCallback((resting: boolean) => console.setResting(resting), [console])
  const { chosen, area, shown } = desk
  const act = (line: QueueLine) => (line.action === 'return' ? onReturn(line.visit.id) : onJoin(line.visit.id))
  const press = (line: QueueLine) => {
    if (!line.recall) return act(line)
    // What came of it stands in their details.
    console.chooseVisit(line.visit.id)
    console.about(line.visit).tell(line.visit)
  }
  const closePerson = () => console.chooseVisit(null)
  useEscape(chosen && wide ? closePerson : null)
  const side = useRef<HTMLElement>(null)
  useFollowChosen(chosen?.visit.id ?? null, wide, side)
  const upNext = desk.lines.find(
    ({ state, action, takenBy }) => state.kind === 'waiting' && action === 'join' && !takenBy,
  )
  useShortcuts({
    next: upNext && reachable ? () => act(upNext) : null,
    queue: () => document.querySelector<HTMLElement>('.queue-who:not(:disabled)')?.focus(),
  })
  const person = chosen && (
    <Person
      line={chosen}
      now={now}
      console={console}
      reachable={reachable}
      onAct={reachable ? () => act(chosen) : null}
      onRemove={reachable ? () => setRemoving(chosen.visit) : null}
      onClose={wide ? closePerson : null}
      plan={
        // Who helps with a queue sees first names, and changes nothing.
        chosen.place.limitedView ? null : (
          <VisitPlan
            key={chosen.visit.id}
            visit={chosen.visit}
            plan={planOf(chosen.visit.planId)}
            plans={console.plans}
            actions={console.about(chosen.visit)}
            own={own}
            now={now}
            reachable={reachable}
            onCheckOwn={onCheckOwn}
          />
        )
      }
    />
  )
  const whole = area && actions && !area.queue.limitedView && (
    <AreaPanel key={area.queue.areaId} area={area} actions={actions} reachable={reachable} />
  )
  const notices = area && actions && (
    <AreaNotices area={area} actions={actions} reachable={reachable && !area.queue.limitedView} />
  )
  const panel =
    shown.length === 1 ? (
      whole
    ) : area ? (
      <OpenedArea name={area.queue.name} onBack={() => console.openArea(null)}>
        {notices}
        {whole}
      </OpenedArea>
    ) : (
      <AreaGlance areas={shown} onOpen={console.openArea} />
    )
  return (
    <div class="console">
      <AreaList desk={desk} console={console} />
      {/* Those who are expected have nothing to press: without rows the keyboard scrolls it by itself. */}
      <section class="console-queue" tabIndex={desk.everybody === 0 ? 0 : undefined}>
        <AreaChooser desk={desk} console={console} />
        <Mine desk={desk} onReturn={onReturn} />
        <QueueHead
          desk={desk}
          // On a wide window it stands beside the queue, and under whoever is chosen there.
          onAbout={panel && !wide ? () => setAbout(true) : null}
          next={console.next}
          onTake={reachable ? console.takeNext : null}
        />
        {shown.length === 1 && notices}
        {(desk.everybody > 0 || desk.filtering) && <QueueTools desk={desk} console={console} planOf={planOf} />}
        <Queue
          desk={desk}
          now={now}
          planOf={planOf}
          onChoose={console.chooseVisit}
          onAct={reachable ? press : null}
          onRest={rest}
        />
        <Expected desk={desk} now={now} planOf={planOf} linkAgain={reachable ? console.linkAgain : null} />
      </section>
      {wide && (person || panel) && (
        <aside
          ref={side}
          tabIndex={-1}
          class="console-side"
          aria-label={chosen ? nameOf(chosen.visit) : words.aboutArea}
        >
          {person ?? panel}
        </aside>
      )}
      {!wide && chosen && (
        <Dialog open title={nameOf(chosen.visit)} onClose={closePerson}>
          {person}
        </Dialog>
      )}
      {!wide && about && panel && (
        <Dialog open title={headOf(desk)} onClose={() => setAbout(false)}>
          {panel}
        </Dialog>
      )}
      {removing && (
        <RemoveDialog
          name={nameOf(removing)}
          removal={console.removal}
          onRemove={() => void console.remove(removing.id).then((done) => done && setRemoving(null))}
          onClose={() => setRemoving(null)}
        />
      )}
    </div>
  )
}

/** Who was chosen with the keyboard is read next; once that is closed, the keyboard is back at their line. */
function useFollowChosen(chosenId: string | null, wide: boolean, side: RefObject<HTMLElement | null>): void {
  const before = useRef(chosenId)
  useEffect(() => {
    const was = before.current
    before.current = chosenId
    if (!wide || was === chosenId) return
    const line = (id: string) => document.querySelector<HTMLElement>(`[data-slide="${id}"] .queue-who`)
    const at = document.activeElement
    if (chosenId && at === line(chosenId) && at?.matches(':focus-visible')) side.current?.focus()
    else if (was && !chosenId && (at === document.body || at === side.current)) line(was)?.focus()
  }, [chosenId, wide, side])
}

/** Escape closes what stands beside the queue, unless a dialog is open over it: that one is meant then. */
function useEscape(close: (() => void) | null): void {
  useEffect(() => {
    if (!close) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
      close()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [close])
}

function Mine({ desk, onReturn }: { desk: ConsoleDesk; onReturn: (visitId: string) => void }) {
  return (
    <>
      {desk.mine.map((visit) => (
        <p key={visit.id} class="console-mine">
          <span>{visit.status === 'on-hold' ? words.mine.hold(nameOf(visit)) : words.mine.with(nameOf(visit))}</span>
          <Button size="small" onPress={() => onReturn(visit.id)}>
            {words.mine.return}
          </Button>
        </p>
      ))}
    </>
  )
}
