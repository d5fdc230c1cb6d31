// What the patient reads at the door, before giving any detail.
import type { DeviceKind } from '#domain/plan'
import type { Suits, ThisDevice } from '../../patient/door/this-device.ts'
import type { RememberedDevice } from '../../patient/last-worked.ts'

const NAMES: Record<DeviceKind, string> = {
  smartphone: 'phone',
  tablet: 'tablet',
  laptop: 'laptop',
  desktop: 'computer',
}

const REMEMBERED: Record<RememberedDevice, string> = {
  iphone: 'iPhone',
  ipad: 'iPad',
  'android-phone': 'Android phone',
  'android-tablet': 'Android tablet',
  computer: 'computer',
}

const here = (device: ThisDevice) => (device === 'smartphone' ? 'phone' : device)
const anyOf = (devices: readonly DeviceKind[]) => devices.map((device) => NAMES[device]).join(' or ')

export const words = {
  tab: 'Video visit',
  caption: 'Your video visit',
  start: 'Start',
  startNote: 'It takes about 2 minutes. You need no app and no account.',
  /** Which device serves this visit best, and whether the one in hand will do. `onTable`: it has to stand. */
  device(first: readonly DeviceKind[], suits: Suits, device: ThisDevice, onTable: boolean): string {
    const table = onTable ? ' on a table' : ''
    if (suits === 'any') return `Your ${here(device)} is fine for this visit.`
    if (suits === 'well') return `Your ${here(device)}${table} is a good choice for this visit.`
    const best = `For this visit a ${anyOf(first)}${table} works best.`
    if (suits === 'possible') return `${best} Your ${here(device)} is fine too.`
    return `${best} If you have one, open this link there.`
  },
  /** `day`: as 2027-03-01. */
  lastWorked(device: RememberedDevice, day: string): string {
    const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00`))
    return `Last time this worked: ${REMEMBERED[device]}, ${date}.`
  },
  stepsTitle: 'What will happen',
  steps: [
    'You tell us your name.',
    'We check your camera and sound together.',
    'You wait on this page. Then the clinic joins you.',
  ],
  closedTitle: 'We are closed now',
  opens: (when: string) => `We open ${when}.`,
  opensInZone: (when: string, zone: string) => `We open ${when}, ${zone}.`,
  /** Some minutes before the hour itself. */
  doors: (when: string) => `You can come in ${when}.`,
  opensUnknown: 'Please ask the clinic when it opens.',
  closedKeep: 'You can keep this page open. The Start button comes when we open.',
  suspendedTitle: 'No video visits just now',
  suspendedKeep: 'You can keep this page open. It changes when we start again.',
  looking: 'Looking for your clinic…',
  comingBack: 'Finding your place…',
  notFoundTitle: 'We cannot find this clinic',
  notFoundText: 'Check the link you were given. It must be exactly the same.',
  notFoundNext: 'If it still does not work, phone your clinic.',
  unreachableTitle: 'We cannot reach the clinic',
  unreachableText: 'Check that you have internet.',
  unreachableKeep: 'We keep trying.',
  tryNow: 'Try again now',
}
