// The way about in the settings: the organisation, its services, and their waiting areas.
import type { SettingsView } from '#contract/settings'
import { words as common } from '#text/settings'
import { words } from '#text/settings-places'
import { keyOf, ORGANISATION, type Place, pathOf } from '../place.ts'

export function PlaceNav({ view, here }: { view: SettingsView; here: Place }) {
  const current = (place: Place) => (keyOf(place) === keyOf(here) ? 'page' : undefined)
  return (
    <nav class="settings-parts" aria-label={words.nav}>
      <ul>
        {view.mayChange && (
          <li>
            <a href={pathOf(ORGANISATION)} aria-current={current(ORGANISATION)}>
              {view.organisation.name || common.organisation.title}
            </a>
          </li>
        )}
        {view.services.map((service) => {
          const place: Place = { level: 'service', id: service.id }
          return (
            <li key={service.id}>
              {service.mayChange ? (
                <PlaceLink place={place} name={service.name} closed={service.closedAt !== null} here={here} />
              ) : (
                <p class="settings-service">{service.name}</p>
              )}
              <ul>
                {service.areas.map((area) => (
                  <li key={area.id}>
                    <PlaceLink
                      place={{ level: 'area', id: area.id }}
                      name={area.name}
                      closed={area.closedAt !== null || service.closedAt !== null}
                      here={here}
                    />
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function PlaceLink({ place, name, closed, here }: { place: Place; name: string; closed: boolean; here: Place }) {
  return (
    <a href={pathOf(place)} aria-current={keyOf(place) === keyOf(here) ? 'page' : undefined}>
      <span>
        {name}
        {closed && <span class="soft small settings-closed">{words.closed}</span>}
      </span>
    </a>
  )
}
