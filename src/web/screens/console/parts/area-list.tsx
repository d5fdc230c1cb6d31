// The waiting areas this person serves: how many wait in each, how long, and whether it is open. A list on a wide
// window, one choice on a narrow one.
import { words } from '../../../text/console.ts'
import { words as people } from '../../../text/people.ts'
import { words as staff } from '../../../text/staff.ts'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import type { ConsoleArea } from '../console-model.ts'

interface AreaListProps {
  areas: readonly ConsoleArea[]
  chosen: string | null
  onChoose: (areaId: string) => void
}

export function AreaList({ areas, chosen, onChoose }: AreaListProps) {
  return (
    <nav class="areas" aria-label={words.areas}>
      <h2>{words.areas}</h2>
      <ul>
        {areas.map((area) => (
          <li key={area.queue.areaId}>
            <AreaItem area={area} chosen={area.queue.areaId === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function AreaItem({
  area: { queue, summary, fresh },
  chosen,
  onChoose,
}: {
  area: ConsoleArea
  chosen: boolean
  onChoose: (areaId: string) => void
}) {
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
      <span class={summary.waiting ? 'area-count' : 'area-count area-none'} aria-hidden="true">
        {summary.waiting}
      </span>
      <span class="area-facts">
        <span class={state === 'open' ? undefined : 'area-shut'}>{words.openness[state]}</span>
        <span class="visually-hidden">{words.areaCounts.waiting(summary.waiting)}</span>
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

export function AreaSelect({ areas, chosen, onChoose }: AreaListProps) {
  if (areas.length < 2) return null
  return (
    <div class="area-select">
      <SelectField
        id="area"
        label={words.chooseArea}
        value={chosen ?? ''}
        options={areas.map(({ queue, summary }) => ({
          value: queue.areaId,
          label: words.areaCounts.option(queue.name, summary.waiting),
        }))}
        onChange={onChoose}
      />
    </div>
  )
}
