// What this browser remembers for whoever works at it: how newcomers are announced, and which areas were shown last. Never
// anything about a patient.
import { createStore, type Store } from '../kit/store.ts'
import type { AreaChoice } from './console/area-choice.ts'
import type { AlertPreferences } from './console/arrival-alert.ts'

export interface Preferences {
  readonly alerts: Store<AlertPreferences>
  readonly areas: Store<AreaChoice>
}

const KEY = 'bedside.staff'
const USUAL: AlertPreferences = { sound: true, notification: true, title: true }

/** Works with a storage that throws or holds nonsense: then everything is as usual. */
export function openPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): Preferences {
  const kept = read(storage)
  const alerts = createStore(kept.alerts)
  const areas = createStore(kept.areas)
  const write = () => {
    try {
      storage.setItem(KEY, JSON.stringify({ alerts: alerts.get(), areas: areas.get() }))
    } catch {
      // Then it is remembered until the page is closed.
    }
  }
  alerts.subscribe(write)
  areas.subscribe(write)
  return { alerts, areas }
}

function read(storage: Pick<Storage, 'getItem'>): { alerts: AlertPreferences; areas: AreaChoice } {
  try {
    const value = JSON.parse(storage.getItem(KEY) ?? '{}')
    const said = value?.alerts ?? {}
    const yes = (name: keyof AlertPreferences) => (typeof said[name] === 'boolean' ? said[name] : USUAL[name])
    return {
      alerts: { sound: yes('sound'), notification: yes('notification'), title: yes('title') },
      areas:
        Array.isArray(value?.areas) && value.areas.every((id: unknown) => typeof id === 'string') ? value.areas : null,
    }
  } catch {
    return { alerts: USUAL, areas: null }
  }
}
