// What stands below a place: an organisation's services, a service's waiting areas; and the form that adds one.
import type { SettingsView } from '#contract/settings'
import { words as places } from '#text/settings-places'
import type { Found, Place } from '../place.ts'
import { pathOf } from '../place.ts'
import type { PlaceModel } from '../place-model.ts'
import { AddPart } from './add-part.tsx'

export interface BelowPartProps {
  view: SettingsView
  found: Found
  model: PlaceModel
  onAdded: (place: Place) => void
}

export function BelowPart({ view, found, model, onAdded }: BelowPartProps) {
  if (found.level === 'area') return null
  const ofOrganisation = found.level === 'organisation'
  const below = ofOrganisation ? view.services : found.service.areas
  const placeOf = (id: string): Place => ({ level: ofOrganisation ? 'service' : 'area', id })
  return (
    <>
      {below.length > 0 && (
        <section class="settings-part" aria-labelledby="settings-below">
          <h3 class="settings-first" id="settings-below">
            {ofOrganisation ? places.groups.services : places.groups.areas}
          </h3>
          <ul class="settings-below">
            {below.map(({ id, name, closedAt }) => (
              <li key={id}>
                <a href={pathOf(placeOf(id))}>{name}</a>
                {closedAt !== null && <span class="soft small"> {places.closed}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <AddPart model={model} onAdded={onAdded} />
    </>
  )
}
