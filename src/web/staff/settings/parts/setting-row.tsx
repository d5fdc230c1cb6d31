// One setting of a place: what it says, where that comes from, and the presses that give it a value of its own or give
// it back.
import { useEffect, useRef } from 'preact/hooks'
import { above, type Level, type SettingName, sourceOf } from '#domain/settings'
import { words as problems } from '#text/problems'
import { words as common } from '#text/settings'
import { words } from '#text/settings-handed'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { Row } from '../handed-down.ts'
import { type Found, groupOf, type Place, pathOf } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { SettingEditor } from './setting-editor.tsx'
import { SettingValue } from './setting-value.tsx'

const MANY = 4

/** Their fields have labels of their own. The field of any other setting is labelled as the row's heading is. */
const KEEPS_HEADING: readonly SettingName[] = ['bankHolidays', 'afterLink', 'support', 'alerts', 'logoId']

export interface SettingRowProps {
  row: Row
  model: PlaceModel
  found: Found
  plans: PlanCatalogue
}

export function SettingRow({ row, model, found, plans }: SettingRowProps) {
  const { name, source, editing, request, below } = row
  const { title, hint } = words.settings[name]
  const level: Level = found.level
  const own = source === level
  const back = words.giveBack[sourceOf(above(found.layers, level), name)]
  const change = own || level === 'organisation' ? words.change : words.changeHere
  const heading = useRef<HTMLHeadingElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone: a keyboard goes on from the row it stood in.
    if (wasEditing.current && !editing) heading.current?.focus()
    wasEditing.current = editing !== null
  }, [editing])
  return (
    <section class={own ? 'handed handed-own' : 'handed'} aria-labelledby={`setting-${name}`}>
      <div class="handed-head">
        <h4
          id={`setting-${name}`}
          ref={heading}
          tabIndex={-1}
          class={editing && !KEEPS_HEADING.includes(name) ? 'visually-hidden' : ''}
        >
          {title}
        </h4>
        <SourceTag row={row} found={found} own={own} />
      </div>
      {editing ? (
        <SettingEditor row={row} editing={editing} model={model} plans={plans} hint={hint} />
      ) : (
        <div class="handed-rest">
          <div class="stack-s">
            <SettingValue name={name} settings={row.settings} plans={plans} />
            {below.length > 0 && (
              <p class="small soft">{below.length > MANY ? words.belowMany(below.length) : words.below(below)}</p>
            )}
            {request.kind === 'refused' && (
              <Notice kind="error" title={common.notSaved} live="assertive">
                <p>{problems[request.refusal.code](request.refusal.detail)}</p>
              </Notice>
            )}
          </div>
          <div class="handed-presses">
            {row.edit && (
              <Button kind="secondary" size="small" label={words.pressLong(change, title)} onPress={row.edit}>
                {change}
              </Button>
            )}
            {row.giveBack && (
              <Button
                kind="quiet"
                size="small"
                label={words.pressLong(back, title)}
                onPress={() => void row.giveBack?.()}
              >
                {back}
              </Button>
            )}
            <span class="small settings-saved" role="status">
              {request.kind === 'done' && common.saved}
              {request.kind === 'busy' && words.givingBack}
            </span>
          </div>
        </div>
      )}
    </section>
  )
}

/** From above, it leads to where it is said, for those who keep that. */
function SourceTag({ row, found, own }: { row: Row; found: Found; own: boolean }) {
  if (own) return <Tag tone="accent">{words.sourceHere}</Tag>
  const place = sourcePlace(row, found)
  const said = words.sources[row.source]
  return <Tag>{place ? <a href={pathOf(place, groupOf(row.name))}>{said}</a> : said}</Tag>
}

function sourcePlace({ source }: Row, found: Found): Place | null {
  if (source === 'organisation' && found.level !== 'organisation') return { level: 'organisation' }
  if (source === 'service' && found.level === 'area') return { level: 'service', id: found.service.id }
  return null
}
