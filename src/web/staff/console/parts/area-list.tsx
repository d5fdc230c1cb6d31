// The waiting areas this person serves: how many wait in each, how long, and whether it is open. One press shows an area
// alone, a tick shows it together with others. A column on a wide window, a dialog on a narrow one.
import { useState } from 'preact/hooks'
import { words } from '#text/console'
import { words as people } from '#text/people'
import { words as staff } from '#text/staff'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { ChevronDownIcon } from '../../../ui/icon/signs.tsx'
import type { ConsoleArea } from '../console-area.ts'
import type { ConsoleDesk, ConsoleModel } from '../console-model.ts'
import { headOf } from './queue-head.tsx'

interface AreaListProps {
  desk: ConsoleDesk
  console: Pick<ConsoleModel, 'showOnly' | 'toggleArea'>
}

export function AreaList({ desk, console }: AreaListProps) {
  return (
    <nav class="areas" aria-label={words.areas}>
      <h2>{words.areas}</h2>
      <Areas desk={desk} console={console} onOnly={console.showOnly} />
    </nav>
  )
}

/** On a narrow window: what is shown now, and the list behind it. */
export function AreaChooser({ desk, console }: AreaListProps) {
  const [open, setOpen] = useState(false)
  if (desk.areas.length < 2) return null
  return (
    <div class="area-chooser">
      <Button kind="secondary" wide icon={<ChevronDownIcon size={20} />} onPress={() => setOpen(true)}>
        {words.chooseAreas(headOf(desk))}
      </Button>
      {open && (
        <Dialog open title={words.areas} onClose={() => setOpen(false)}>
          <Areas
            desk={desk}
            console={console}
            onOnly={(areaId) => {
              console.showOnly(areaId)
              setOpen(false)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

function Areas({ desk, console, onOnly }: AreaListProps & { onOnly: (areaId: string | null) => void }) {
  const { areas, shown } = desk
  const several = areas.length > 1
  const only = shown.length === 1 ? shown[0]?.queue.areaId : undefined
  const waiting = areas.reduce((sum, { summary }) => sum + summary.waiting, 0)
  return (
    <ul class={several ? 'area-items area-several' : 'area-items'}>
      {several && (
        <li class="area-row">
          <button
            type="button"
            class="area-item area-all"
            aria-current={shown.length === areas.length ? 'true' : undefined}
            onClick={() => onOnly(null)}
          >
            <span class="area-name">
              <strong>{words.allAreas}</strong>
            </span>
            <Count waiting={waiting} />
          </button>
        </li>
      )}
      {areas.map((area) => (
        <li key={area.queue.areaId} class="area-row">
          {several && (
            <label class="area-tick">
              <input
                type="checkbox"
                aria-label={words.showArea(area.queue.name)}
                checked={shown.includes(area)}
                // The last one stays: somebody always looks at something.
                disabled={area.queue.areaId === only}
                onChange={() => console.toggleArea(area.queue.areaId)}
              />
            </label>
          )}
          <AreaItem area={area} chosen={area.queue.areaId === only} onChoose={onOnly} />
        </li>
      ))}
    </ul>
  )
}

interface AreaItemProps {
  area: ConsoleArea
  chosen: boolean
  onChoose: (areaId: string) => void
}

function AreaItem({ area: { queue, summary, fresh }, chosen, onChoose }: AreaItemProps) {
  const { state } = queue.openness
  return (
    <button
      type="button"
      class={`area-item area-${state}`}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onChoose(queue.areaId)}
    >
      <span class="area-name">
        <strong>{queue.name}</strong>
        {queue.serviceName !== queue.name && <span>{queue.serviceName}</span>}
      </span>
      <Count waiting={summary.waiting} />
      <span class="area-facts">
        <span class={state === 'open' ? undefined : 'area-shut'}>{words.openness[state]}</span>
        {queue.lateMinutes !== null && <span>{words.area.lateShort(queue.lateMinutes)}</span>}
        {summary.longest !== null && summary.longest > 0 && (
          <span class={summary.long ? 'area-long' : undefined}>
            {words.areaCounts.longest(people.shortWait(summary.longest))}
          </span>
        )}
        {fresh > 0 && <span class="area-fresh">{staff.alerts.unseen(fresh)}</span>}
      </span>
    </button>
  )
}

function Count({ waiting }: { waiting: number }) {
  return (
    <>
      <span class={waiting ? 'area-count' : 'area-count area-none'} aria-hidden="true">
        {waiting}
      </span>
      <span class="visually-hidden">{words.areaCounts.waiting(waiting)}</span>
    </>
  )
}
