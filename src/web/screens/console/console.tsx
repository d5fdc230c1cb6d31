// The console: areas at the left, the queue in the middle, the chosen person or the area at the right.
import { useCallback, useState } from 'preact/hooks'
import type { QueueVisit } from '#contract/visit'
import type { OwnEquipment } from '../../staff/own-equipment.ts'
import type { StaffModel } from '../../staff/staff-model.ts'
import { useStore } from '../../store.ts'
import { words } from '../../text/console.ts'
import { words as staffWords } from '../../text/staff.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { LinkIcon } from '../../ui/icon/signs.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { ConsoleDesk, ConsoleModel } from './console-model.ts'
import { AreaList, AreaSelect } from './parts/area-list.tsx'
import { AreaNotices } from './parts/area-notices.tsx'
import { AreaPanel } from './parts/area-panel.tsx'
import { Person } from './parts/person.tsx'
import { Queue } from './parts/queue.tsx'
import { RemoveDialog } from './parts/remove-dialog.tsx'
import { VisitPlan } from './parts/visit-plan.tsx'
import { nameOf } from './person-words.ts'
import type { QueueLine } from './queue-line.ts'
import { useWide } from './use-wide.ts'
import './areas.scss'
import './console.scss'
import './queue-row.scss'
import './queue.scss'
import './person.scss'
import './visit-plan.scss'

export interface ConsoleProps {
  console: ConsoleModel
  staff: StaffModel
  onJoin: (visitId: string) => void
  onReturn: (visitId: string) => void
  own: OwnEquipment
  onCheckOwn: () => void
}

export function Console(props: ConsoleProps) {
  const desk = useStore(props.console.desk)
  if (!desk)
    return (
      <div class="console-opening">
        <Spinner words={staffWords.checking} large />
      </div>
    )
  if (!desk.area)
    return (
      <div class="console-opening stack-s">
        <h1>{words.noAreasTitle}</h1>
        <p>{words.noAreasText}</p>
      </div>
    )
  return <Desk {...props} desk={desk} area={desk.area} />
}

function Desk({
  console,
  staff,
  onJoin,
  onReturn,
  own,
  onCheckOwn,
  desk,
  area,
}: ConsoleProps & { desk: ConsoleDesk; area: NonNullable<ConsoleDesk['area']> }) {
  const now = useStore(staff.now)
  const reachable = useStore(staff.contact).kind === 'open'
  const actions = useStore(console.area)
  const plans = useStore(console.plans.state)
  const planOf = (planId: string) =>
    plans.kind === 'loaded' ? (plans.plans.find((plan) => plan.id === planId) ?? null) : null
  const wide = useWide()
  const [aboutArea, setAboutArea] = useState(false)
  const [removing, setRemoving] = useState<QueueVisit | null>(null)
  const rest = useCallback((resting: boolean) => console.setResting(resting), [console])
  const chosen = desk.chosen
  // Who helps with a queue sees first names, and changes nothing.
  const glance = area.queue.glance === true
  const act = (line: QueueLine) => (line.action === 'return' ? onReturn(line.visit.id) : onJoin(line.visit.id))
  const closePerson = () => console.chooseVisit(null)
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
        glance ? null : (
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
  const panel = actions && !glance && (
    <AreaPanel key={area.queue.areaId} area={area} actions={actions} reachable={reachable} />
  )
  return (
    <div class="console">
      <AreaList areas={desk.areas} chosen={area.queue.areaId} onChoose={console.chooseArea} />
      <section class="console-queue">
        <AreaSelect areas={desk.areas} chosen={area.queue.areaId} onChoose={console.chooseArea} />
        <Mine desk={desk} onReturn={onReturn} />
        <div class="console-head">
          <h1>{area.queue.name}</h1>
          <p class="soft">
            {words.areaCounts.waiting(area.summary.waiting)}
            {area.summary.beingSeen > 0 && `, ${words.areaCounts.seen(area.summary.beingSeen)}`}
          </p>
          {glance && <p class="soft">{words.glance}</p>}
          {!glance && (!wide || chosen) && (
            <Button
              kind="quiet"
              size="small"
              icon={<LinkIcon size={20} />}
              onPress={() => (wide ? closePerson() : setAboutArea(true))}
            >
              {words.aboutArea}
            </Button>
          )}
        </div>
        {actions && <AreaNotices area={area} actions={actions} reachable={reachable && !glance} />}
        <Queue
          desk={desk}
          now={now}
          slug={area.queue.slug}
          planOf={planOf}
          onChoose={console.chooseVisit}
          onAct={reachable ? act : null}
          onRest={rest}
        />
      </section>
      {wide && (person || panel) && (
        <aside class="console-side" aria-label={chosen ? nameOf(chosen.visit) : words.aboutArea}>
          {person ?? panel}
        </aside>
      )}
      {!wide && chosen && (
        <Dialog open title={nameOf(chosen.visit)} onClose={closePerson}>
          {person}
        </Dialog>
      )}
      {!wide && aboutArea && panel && (
        <Dialog open title={area.queue.name} onClose={() => setAboutArea(false)}>
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
