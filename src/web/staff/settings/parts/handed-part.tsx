// All the settings of a place that are handed down, in groups.
import { SETTING_GROUPS, type SettingGroup } from '#domain/settings'
import { words } from '#text/settings-handed'
import { useStore } from '../../../kit/store.ts'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { SettingRow } from './setting-row.tsx'

export function HandedPart({ model, found, plans }: { model: PlaceModel; found: Found; plans: PlanCatalogue }) {
  const rows = useStore(model.handedDown.rows)
  return (
    <>
      {(Object.keys(SETTING_GROUPS) as SettingGroup[]).map((group) => (
        <section key={group} id={group} class="settings-part" aria-labelledby={`group-${group}`}>
          <h3 class="settings-first" id={`group-${group}`}>
            {words.groups[group]}
          </h3>
          {SETTING_GROUPS[group].flatMap((name) => {
            const row = rows.find((one) => one.name === name)
            return row ? <SettingRow key={name} row={row} model={model} found={found} plans={plans} /> : []
          })}
        </section>
      ))}
    </>
  )
}
