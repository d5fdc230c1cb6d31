// The settings of one group that are handed down to a place.
import { SETTING_GROUPS, type SettingGroup } from '#domain/settings'
import { words } from '#text/settings-handed'
import { useStore } from '../../../kit/store.ts'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import type { Found } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { SettingRow } from './setting-row.tsx'

interface HandedPartProps {
  group: SettingGroup
  model: PlaceModel
  found: Found
  plans: PlanCatalogue
}

export function HandedPart({ group, model, found, plans }: HandedPartProps) {
  const rows = useStore(model.handedDown.rows)
  return (
    <section class="settings-part" aria-labelledby={`group-${group}`}>
      <h3 class="settings-first" id={`group-${group}`}>
        {words.groups[group]}
      </h3>
      {SETTING_GROUPS[group].flatMap((name) => {
        const row = rows.find((one) => one.name === name)
        return row ? <SettingRow key={name} row={row} model={model} found={found} plans={plans} /> : []
      })}
    </section>
  )
}
