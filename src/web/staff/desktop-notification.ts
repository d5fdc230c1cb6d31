// The desktop's notifications: asked for by a button and never at load, and without a word about a patient, because they
// stand on locked screens too.
import { createStore, type Readable } from '../kit/store.ts'

export type NotificationPermissionState = 'ask' | 'granted' | 'blocked' | 'unsupported'

export interface DesktopNotifications {
  readonly permission: Readable<NotificationPermissionState>
  ask(): Promise<void>
  /** `about` groups: a newer one about the same replaces the older. Shows nothing while this page is looked at. */
  show(title: string, body: string, about: string): void
  clear(): void
}

export function openDesktopNotifications(): DesktopNotifications {
  const supported = 'Notification' in window
  const permission = createStore(supported ? stateOf(Notification.permission) : 'unsupported')
  const shown = new Map<string, Notification>()
  return {
    permission,
    async ask() {
      if (supported) permission.set(stateOf(await Notification.requestPermission()))
    },
    show(title, body, about) {
      if (permission.get() !== 'granted' || (!document.hidden && document.hasFocus())) return
      try {
        const notification = new Notification(title, { body, tag: `bedside-${about}`, silent: true })
        notification.onclick = () => {
          window.focus()
          notification.close()
        }
        shown.set(about, notification)
      } catch {
        // Android shows notifications only from a service worker; the sound and the title remain.
      }
    },
    clear() {
      for (const notification of shown.values()) notification.close()
      shown.clear()
    },
  }
}

function stateOf(permission: NotificationPermission): NotificationPermissionState {
  if (permission === 'default') return 'ask'
  return permission === 'granted' ? 'granted' : 'blocked'
}
