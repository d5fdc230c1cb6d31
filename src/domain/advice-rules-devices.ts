// Rules R1 to R15 of the guide: which device, how it is held, where it stands. Each speaks of a situation or is silent.
import { type Considered, type RuleSet, say } from './advice-considered.ts'
import { placingOf, whyNot } from './advice-rank.ts'
import { isCarried } from './advice-situation.ts'
import { GUIDE_ROUND_TRIP_MS } from './call.ts'
import { BATTERY_PERCENT, CAMERA_LINES, MEMORY_GIB } from './equipment-thresholds.ts'
import type { DeviceKind } from './plan.ts'

type Devices =
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'R6'
  | 'R7'
  | 'R8'
  | 'R9a'
  | 'R9b'
  | 'R10'
  | 'R11'
  | 'R12'
  | 'R13'
  | 'R14'
  | 'R15'

export const DEVICE_RULES: RuleSet<Devices> = {
  R1: ({ role, answers }) => (role === 'patient' ? say(null, { kit: answers.ownKit }) : null),

  R2: ({ noDevice }) => (noDevice ? say('not-suitable', {}) : null),

  R3: ({ equipment, inUse }) => {
    const memoryGiB = equipment?.device?.memoryGiB ?? null
    return memoryGiB !== null && memoryGiB < MEMORY_GIB ? say('poor', { memoryGiB }, inUse) : null
  },

  R4: ({ equipment, circumstances, inUse }) => {
    const open = equipment?.connection?.open ?? null
    const supported = equipment?.device?.supported ?? 'yes'
    if (supported !== 'yes') return say('poor', { cause: 'browser', open }, inUse)
    if (circumstances?.vpn) return say('poor', { cause: 'vpn', open }, inUse)
    return open && !open.includes('udp') ? say('poor', { cause: 'firewall', open }, inUse) : null
  },

  R5: ({ equipment, needsMbps }) =>
    equipment === null ? say(null, { lines: CAMERA_LINES, mbps: needsMbps, roundTripMs: GUIDE_ROUND_TRIP_MS }) : null,

  R6: ({ agreed, device }) => (agreed ? null : say(null, { device }, device)),

  R7: (about) => {
    const { answers, owned, ranked } = about
    const preferred = answers.preference
    if (preferred === null || !owned.includes(preferred)) return null
    const reason = whyNot(preferred, about)
    const better = ranked.find(({ device }) => device !== preferred && whyNot(device, about) === null)?.device ?? null
    return say(reason === null ? 'good' : 'poor', { preferred, better, fits: reason === null, reason }, preferred)
  },

  R8: ({ cannotHold, answers, device }) => {
    if (!cannotHold || device === null || !isCarried(device)) return null
    const support = answers.stand ? 'stand' : answers.helperCanHold ? 'helper' : 'none'
    return say(support === 'none' ? 'poor' : 'ok', { device, support }, device)
  },

  R9a: ({ answers, owned, part, device }) =>
    answers.alone && owned.includes('laptop') && !part.devices.avoid.includes('laptop')
      ? say(null, { best: device === 'laptop' }, 'laptop')
      : null,

  R9b: ({ role, answers, sees }) => {
    const device = answers.preference
    if (role !== 'patient' || !answers.alone || device === null || !isCarried(device) || !sees('whole-body'))
      return null
    return say(answers.stand ? 'ok' : 'poor', { device, stand: answers.stand === true }, device)
  },

  R10: (about) => (about.sees('whole-body') && speaksOf('desktop', about) ? say('poor', {}, 'desktop') : null),

  R11: ({ device, equipment }) =>
    device !== null && isCarried(device)
      ? say(null, { device, checked: equipment?.camera != null && equipment.microphone !== null }, device)
      : null,

  R12: ({ equipment, inUse }) => {
    const { batteryPercent = null, charging = null } = equipment?.device ?? {}
    if (batteryPercent === null || charging !== false || batteryPercent >= BATTERY_PERCENT) return null
    return say('ok', { percent: batteryPercent }, inUse)
  },

  // Whoever has no screen is phoned or seen: no rule tells them where to put one.
  R13: (about) => {
    if (about.noDevice || !about.sees('whole-body')) return null
    const device = about.device !== null && whyNot(about.device, about) === null ? about.device : null
    const placing = placingOf(device, about)
    return say(null, { device, feet: about.purpose.coach.includes('feet'), placing }, device)
  },

  R14: ({ noDevice, sees, owned, device: spokenOf }) => {
    if (noDevice || !sees('close-up')) return null
    const carried = owned.filter(isCarried).sort((a, b) => CLOSE_UP.indexOf(a) - CLOSE_UP.indexOf(b))
    const device = spokenOf !== null && isCarried(spokenOf) ? spokenOf : (carried[0] ?? null)
    return say(null, { device }, device)
  },

  R15: ({ noDevice, sees, device, part }) => {
    if (noDevice || !sees('face', 'family')) return null
    const bigScreen = part.devices.first.includes('laptop') || part.devices.first.includes('desktop')
    return say(null, { device, bigScreen, several: sees('family') }, device)
  },
}

/** The guide: a smartphone for a close look. */
const CLOSE_UP: readonly DeviceKind[] = ['smartphone', 'tablet']

function speaksOf(device: DeviceKind, about: Considered): boolean {
  return about.device === device || about.inUse === device || about.answers.preference === device
}
