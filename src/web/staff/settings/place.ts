// A place in the settings: the organisation, a service, or a waiting area; where its page is, and what is said for it.
import type { AreaSettings, ServiceSettings, SettingsView } from '#contract/settings'
import { type Layers, type OwnSettings, SETTING_GROUPS, type SettingGroup, type SettingName } from '#domain/settings'

export type Place =
  | { readonly level: 'organisation' }
  | { readonly level: 'service'; readonly id: string }
  | { readonly level: 'area'; readonly id: string }

/** A place with what is known of it. */
export type Found =
  | { readonly level: 'organisation'; readonly name: string; readonly layers: Layers; readonly mayChange: boolean }
  | {
      readonly level: 'service'
      readonly name: string
      readonly layers: Layers
      readonly mayChange: boolean
      readonly service: ServiceSettings
    }
  | {
      readonly level: 'area'
      readonly name: string
      readonly layers: Layers
      readonly mayChange: boolean
      readonly service: ServiceSettings
      readonly area: AreaSettings
    }

export const ORGANISATION: Place = { level: 'organisation' }

export const keyOf = (place: Place): string => (place.level === 'organisation' ? place.level : place.id)

/** A place's settings, a page each. `below`: the services of an organisation, the areas of a service. */
export type PlaceGroup = 'general' | SettingGroup | 'below'

const HANDED = Object.keys(SETTING_GROUPS) as SettingGroup[]

export const groupsOf = (level: Place['level']): readonly PlaceGroup[] =>
  level === 'area' ? ['general', ...HANDED] : ['general', ...HANDED, 'below']

export const groupOf = (name: SettingName): SettingGroup =>
  HANDED.find((group) => (SETTING_GROUPS[group] as readonly SettingName[]).includes(name)) ?? 'door'

/** A place alone is its first page. */
export function pathOf(place: Place, group: PlaceGroup = 'general'): string {
  const levels = { organisation: 'organisation', service: 'services', area: 'areas' } as const
  const first = place.level === 'organisation' ? '' : `/${levels[place.level]}/${place.id}`
  if (group === 'general') return `/staff/settings${first}`
  return `/staff/settings${first || '/organisation'}/${group}`
}

/** Where its own address of what it has and says begins. */
export function apiOf(place: Place): string {
  if (place.level === 'organisation') return '/api/staff/settings/organisation'
  return `/api/staff/settings/${place.level === 'service' ? 'services' : 'areas'}/${place.id}`
}

/** Null: not there, or nobody's of the reader. */
export function find(view: SettingsView, place: Place): Found | null {
  const { organisationOwn: organisation } = view
  if (place.level === 'organisation')
    return { level: 'organisation', name: view.organisation.name, layers: { organisation }, mayChange: view.mayChange }
  for (const service of view.services) {
    const layers = { organisation, service: service.own }
    if (place.level === 'service' && service.id === place.id)
      return { level: 'service', name: service.name, layers, mayChange: service.mayChange, service }
    const area = place.level === 'area' ? service.areas.find(({ id }) => id === place.id) : undefined
    if (area)
      return {
        level: 'area',
        name: area.name,
        layers: { ...layers, area: area.own },
        mayChange: true,
        service,
        area,
      }
  }
  return null
}

/** The first place that the reader keeps: it opens when no other is asked for. */
export function firstPlace(view: SettingsView): Place {
  if (view.mayChange) return ORGANISATION
  const service = view.services.find(({ mayChange }) => mayChange)
  if (service) return { level: 'service', id: service.id }
  const area = view.services.flatMap(({ areas }) => areas)[0]
  return area ? { level: 'area', id: area.id } : ORGANISATION
}

/** Open places below that have a value of their own, by name. */
export function ownBelow(view: SettingsView, place: Place, name: SettingName): string[] {
  const says = ({ own }: { own: OwnSettings }) => own[name] !== undefined
  const isOpen = ({ closedAt }: { closedAt: number | null }) => closedAt === null
  const services = view.services.filter(isOpen)
  const within = place.level === 'service' ? services.filter(({ id }) => id === place.id) : services
  if (place.level === 'area') return []
  return within.flatMap((service) => [
    ...(place.level === 'organisation' && says(service) ? [service.name] : []),
    ...service.areas.filter((area) => isOpen(area) && says(area)).map((area) => area.name),
  ])
}
