// The way about in the settings, beside each of their pages: a field that finds what one types, the pages, and the services
// with their waiting areas. On a narrow window it stands behind a button.
import { useEffect, useState } from 'preact/hooks'
import type { SettingsView } from '#contract/settings'
import { words as texts } from '#text/settings'
import { words as places } from '#text/settings-places'
import { words as staff } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { ChevronDownIcon } from '../../ui/icon/signs.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { type Reader, settingsPages } from '../navigation/pages.ts'
import type { Route } from '../router.ts'
import { firstPlace, keyOf, type Place, pathOf } from './place.ts'
import type { SettingsModel } from './settings-model.ts'
import { type Findable, findables, findSettings } from './settings-search.ts'
import './settings-side.scss'

const words = texts.search

export interface SettingsSideProps {
  reader: Reader
  route: Route
  settings: SettingsModel
}

export function SettingsSide({ reader, route, settings }: SettingsSideProps) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const state = useStore(settings.state)
  const all = settingsPages(reader)
  const keeps = all.some(({ name }) => name === 'organisation')
  useEffect(() => {
    if (keeps && settings.state.get().kind !== 'loaded') void settings.load()
  }, [settings, keeps])
  const view = state.kind === 'loaded' ? state.view : null
  // Whoever keeps a service alone finds it below.
  const pages = all.filter(({ name }) => name !== 'organisation' || view?.mayChange)
  const here = view && route.page === 'settings' ? (route.place ?? firstPlace(view)) : null
  const found = findSettings(findables(view, here, pages), typed)
  const close = () => {
    setTyped('')
    setOpen(false)
  }
  const isHere = (routes: readonly string[]) =>
    routes.includes(route.page) && (route.page !== 'settings' || here?.level === 'organisation')
  return (
    <div class={open ? 'settings-side settings-side-open no-print' : 'settings-side no-print'}>
      <button type="button" class="settings-side-press" aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.all} <ChevronDownIcon size={20} />
      </button>
      <div class="settings-side-inside">
        <search>
          <TextField id="settings-search" type="search" label={words.label} value={typed} onInput={setTyped} />
          <p class="small soft" role="status">
            {typed.trim() && words.count(found.length)}
          </p>
          {typed.trim() && <Results found={found} onGone={close} />}
        </search>
        {!typed.trim() && (
          <>
            <nav aria-label={words.pagesNav}>
              <ul>
                {pages.map(({ name, path, routes, icon: Icon }) => (
                  <li key={name}>
                    <a href={path} aria-current={isHere(routes) ? 'page' : undefined} onClick={close}>
                      <Icon size={20} />
                      <span>{staff.pages[name]}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {view && view.services.length > 0 && <Places view={view} here={here} onGone={close} />}
          </>
        )}
      </div>
    </div>
  )
}

function Results({ found, onGone }: { found: readonly Findable[]; onGone: () => void }) {
  const go = ({ setting }: Findable) => {
    onGone()
    // After the page has turned and taken the focus.
    if (setting) requestAnimationFrame(() => requestAnimationFrame(() => focusOn(setting)))
  }
  return (
    <ul class="settings-found" aria-label={words.found}>
      {found.map((one) => (
        <li key={`${one.path} ${one.name}`}>
          <a href={one.path} onClick={() => go(one)}>
            <span>
              <strong>{one.name}</strong>
              <span class="soft small settings-where">{one.where}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function focusOn(setting: string): void {
  const heading = document.getElementById(`setting-${setting}`)
  heading?.focus()
  heading?.scrollIntoView({ block: 'center' })
}

function Places({ view, here, onGone }: { view: SettingsView; here: Place | null; onGone: () => void }) {
  const link = (place: Place, name: string, closed: boolean) => (
    <a href={pathOf(place)} aria-current={here && keyOf(here) === keyOf(place) ? 'page' : undefined} onClick={onGone}>
      <span>
        {name}
        {closed && <span class="soft small settings-where">{places.closed}</span>}
      </span>
    </a>
  )
  return (
    <nav class="settings-places" aria-label={places.nav}>
      <h2>{places.nav}</h2>
      <ul>
        {view.services.map((service) => (
          <li key={service.id}>
            {service.mayChange ? (
              link({ level: 'service', id: service.id }, service.name, service.closedAt !== null)
            ) : (
              <p class="settings-service">{service.name}</p>
            )}
            <ul>
              {service.areas.map((area) => (
                <li key={area.id}>
                  {link({ level: 'area', id: area.id }, area.name, area.closedAt !== null || service.closedAt !== null)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  )
}
