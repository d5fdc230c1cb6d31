// Finding a setting by what one types: the words of the cards and fields of one place, the settings' other pages, and the
// services and areas by name. Pure.
import type { SettingsView } from '#contract/settings'
import { SETTING_GROUPS, type SettingGroup, type SettingName } from '#domain/settings'
import { words as texts } from '#text/settings'
import { words as handed } from '#text/settings-handed'
import { words as places } from '#text/settings-places'
import { words as staff } from '#text/staff'
import type { NavigationPage } from '../navigation/pages.ts'
import { type Found, find, firstPlace, groupsOf, type Place, type PlaceGroup, pathOf } from './place.ts'

export interface Findable {
  readonly name: string
  readonly where: string
  readonly path: string
  /** Other words it is found by. */
  readonly also: string
  /** What takes the focus on its page. */
  readonly setting: SettingName | null
}

export function groupName(group: PlaceGroup, level: Place['level']): string {
  if (group === 'general') return places.groups.general
  if (group === 'below') return level === 'organisation' ? places.groups.services : places.groups.areas
  return handed.groups[group]
}

/** `place`: whose settings are meant; null is the first that the reader keeps. */
export function findables(
  view: SettingsView | null,
  place: Place | null,
  pages: readonly NavigationPage[],
): Findable[] {
  const whose = view && (place ?? firstPlace(view))
  const found = view && whose ? find(view, whose) : null
  return [
    ...(found && whose && found.mayChange ? ofPlace(whose, found) : []),
    ...pages.map(({ name, path }) => ({
      ...{ name: staff.pages[name], path, where: texts.title, setting: null },
      also: name in texts.search.pages ? texts.search.pages[name as keyof typeof texts.search.pages] : '',
    })),
    ...(view ? allPlaces(view) : []),
  ]
}

function ofPlace(place: Place, found: Found): Findable[] {
  const at = (group: PlaceGroup) => ({
    path: pathOf(place, group),
    where: texts.search.where(found.name, groupName(group, found.level)),
  })
  const general = (name: string, also: string): Findable => ({ ...at('general'), name, also, setting: null })
  return groupsOf(found.level).flatMap((group): Findable[] => {
    if (group === 'below') {
      const [name, also] =
        found.level === 'organisation'
          ? [places.add.service, places.add.serviceHint]
          : [places.add.area, places.add.areaHint]
      return [{ ...at(group), name, also, setting: null }]
    }
    if (group === 'general') return GENERAL[found.level].map(([name, also]) => general(name, also))
    return SETTING_GROUPS[group as SettingGroup].map((setting) => {
      const { title, hint } = handed.settings[setting]
      return { ...at(group), name: title, also: `${hint} ${handed.groups[group]}`, setting }
    })
  })
}

/** Name, and other words. */
const GENERAL: Record<Place['level'], readonly (readonly [string, string])[]> = {
  organisation: [
    [texts.organisation.name, ''],
    [texts.organisation.retention, `${texts.organisation.details} ${texts.organisation.notes}`],
    [texts.practice.title, texts.practice.text],
  ],
  service: [
    [places.form.serviceName, ''],
    [places.close.service, places.close.text],
  ],
  area: [
    [texts.area.name, ''],
    [texts.area.about, texts.area.aboutHint],
    [texts.area.link, `${places.form.code} ${places.form.waysIn}`],
    [places.form.dropIn, `${places.form.dropInText} ${places.form.dropInHint}`],
    [places.close.area, places.close.text],
  ],
}

function allPlaces(view: SettingsView): Findable[] {
  return view.services.flatMap((service) => [
    ...(service.mayChange ? [placed(service.name, places.service, pathOf({ level: 'service', id: service.id }))] : []),
    ...service.areas.map(({ id, name }) => placed(name, places.area(service.name), pathOf({ level: 'area', id }))),
  ])
}

const placed = (name: string, where: string, path: string): Findable => ({ name, where, path, also: '', setting: null })

/** Letters alone count: neither case nor accents. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const MOST = 12

/** Every word typed must be found; what is called so comes before what only mentions it. */
export function findSettings(all: readonly Findable[], typed: string): Findable[] {
  const asked = folded(typed).split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const fits = (text: string) => asked.every((word) => folded(text).includes(word))
  const called = all.filter(({ name }) => fits(name))
  const mentions = all.filter((one) => !called.includes(one) && fits(`${one.name} ${one.where} ${one.also}`))
  return [...called, ...mentions].slice(0, MOST)
}
