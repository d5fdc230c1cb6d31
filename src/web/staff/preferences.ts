// What this browser remembers for whoever works at it: how newcomers are announced, and which area was open last. Never
// anything about a patient.
import type { AlertPreferences } from '../screens/console/arrival-alert.ts'
import { createStore, type Store } from '../store.ts'

export interface Preferences {
  readonly alerts: Store<AlertPreferences>
  readonly lastArea: Store<string | null>
}

const KEY = 'bedside.staff'
const USUAL: AlertPreferences = { sound: true, notification: true, title: true }

/** Works with a storage that throws or holds nonsense: then everything is as usual. */
export function openPreferences(storage: Pick<Storage, 'getItem' | 'setItem'>): Preferences {
  const kept = read(storage)
  const alerts = createStore(kept.alerts)
  const lastArea = createStore(kept.lastArea)
  const write = () => {
    try {
      storage.setItem(KEY, JSON.stringify({ alerts: alerts.get(), lastArea: lastArea.get() }))
    } catch {
      // Then it is remembered until the page is closed.
    }
  }
  alerts.subscribe(write)
  lastArea.subscribe(write)
  return { alerts, lastArea }
}

function read(storage: Pick<Storage, 'getItem'>): { alerts: AlertPreferences; lastArea: string | null } {
  try {
    const value = JSON.parse(storage.getItem(KEY) ?? '{}')
    const said = value?.alerts ?? {}
    const yes = (name: keyof AlertPreferences) => (typeof said[name] === 'boolean' ? said[name] : USUAL[name])
    return {
      alerts: { sound: yes('sound'), notification: yes('notification'), title: yes('title') },
      lastArea: typeof value?.lastArea === 'string' ? value.lastArea : null,
    }
  } catch {
    return { alerts: USUAL, lastArea: null }
  }
}
