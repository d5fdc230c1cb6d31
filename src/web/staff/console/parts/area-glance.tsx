// Several waiting areas beside their one queue: how each stands, and the way to its link, messages and notices.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '#text/console'
import { words as people } from '#text/people'
import { Button } from '../../../ui/button/button.tsx'
import { ArrowLeftIcon } from '../../../ui/icon/signs.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import type { ConsoleArea } from '../console-area.ts'

export interface AreaGlanceProps {
  areas: readonly ConsoleArea[]
  onOpen: (areaId: string) => void
}

export function AreaGlance({ areas, onOpen }: AreaGlanceProps) {
  return (
    <div class="area-glance">
      <h2>{words.aboutAreas}</h2>
      <ul>
        {areas.map((area) => (
          <li key={area.queue.areaId}>
            <AreaCard area={area} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function AreaCard({ area: { queue }, onOpen }: { area: ConsoleArea; onOpen: (areaId: string) => void }) {
  const { openness, suspended, lateMinutes, name } = queue
  return (
    <article class="area-card">
      <header>
        <h3>{name}</h3>
        <Tag tone={openness.state === 'open' ? 'good' : 'amber'}>{words.openness[openness.state]}</Tag>
      </header>
      {openness.state === 'closed' && openness.opensAt !== null && (
        <p class="small">{words.opensAt(people.dayAndTime(openness.opensAt))}</p>
      )}
      {suspended && (
        <p class="small">
          {words.area.suspendedBy(suspended.byName)}
          {suspended.staffText && `: ${suspended.staffText}`}
        </p>
      )}
      {lateMinutes !== null && (
        <p class="small">{lateMinutes === 1 ? words.area.lateNow1 : words.area.lateNow(lateMinutes)}</p>
      )}
      {!queue.limitedView && (
        <Button kind="quiet" size="small" label={words.aboutLong(name)} onPress={() => onOpen(queue.areaId)}>
          {words.aboutArea}
        </Button>
      )}
    </article>
  )
}

/** One of several, opened: its name, and the way back to all of them. */
export function OpenedArea({
  name,
  onBack,
  children,
}: {
  name: string
  onBack: () => void
  children: ComponentChildren
}) {
  const head = useRef<HTMLHeadingElement>(null)
  // What was pressed to come here is gone.
  useEffect(() => head.current?.focus(), [])
  return (
    <div class="area-opened">
      <Button kind="quiet" size="small" icon={<ArrowLeftIcon size={20} />} onPress={onBack}>
        {words.backToAreas}
      </Button>
      <h2 ref={head} tabIndex={-1}>
        {name}
      </h2>
      {children}
    </div>
  )
}
