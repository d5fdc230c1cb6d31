// All the settings of a place that are handed down, in groups.
import type { SettingName } from '#domain/settings'
import { words } from '#text/settings-handed'
import { useStore } from '../../../kit/store.ts'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { SettingRow } from './setting-row.tsx'

type Group = keyof typeof words.groups

const GROUPS: Readonly<Record<Group, readonly SettingName[]>> = {
  door: ['planId', 'fields', 'consent', 'logoId'],
  hours: ['openBlocks', 'opensEarlyMinutes', 'bankHolidays', 'closedDates', 'timeZone'],
  waiting: ['waitingMessages', 'waitingSound'],
  after: ['afterText', 'afterLink'],
  help: ['support', 'staffSupport', 'alerts'],
}

export function HandedPart({ model, found, plans }: { model: PlaceModel; found: Found; plans: PlanCatalogue }) {
  const rows = useStore(model.handedDown.rows)
  return (
    <>
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <section key={group} id={group} class="settings-part" aria-labelledby={`group-${group}`}>
          <h3 class="settings-first" id={`group-${group}`}>
            {words.groups[group]}
          </h3>
          {GROUPS[group].flatMap((name) => {
            const row = rows.find((one) => one.name === name)
            return row ? <SettingRow key={name} row={row} model={model} found={found} plans={plans} /> : []
          })}
        </section>
      ))}
    </>
  )
}
