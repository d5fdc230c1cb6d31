// Rules R16 to R31 of the guide: camera, headset, connection, screens. Each speaks of a situation or is silent.
import { type RuleSet, say } from './advice-considered.ts'
import { judgeLines, type Situation } from './advice-situation.ts'
import { GUIDE_ROUND_TRIP_MS } from './call.ts'
import { GROUP_FROM, LOSS_PERCENT, RECONNECTS, TEST_FRESH_MS, VIDEO_FLOOR_MBPS } from './equipment-thresholds.ts'

type Equipment =
  | 'R16'
  | 'R17'
  | 'R18'
  | 'R19'
  | 'R20'
  | 'R21'
  | 'R22'
  | 'R23'
  | 'R24'
  | 'R25'
  | 'R26'
  | 'R27'
  | 'R28'
  | 'R29'
  | 'R30'
  | 'R31'

export const EQUIPMENT_RULES: RuleSet<Equipment> = {
  R16: ({ equipment, inUse }) => (equipment?.camera?.state === 'none' ? say('poor', { device: inUse }, inUse) : null),

  R17: ({ cameraVerdict, other }) => {
    const theirs = judgeLines(other?.camera?.lines ?? null)
    return cameraVerdict === 'unknown' && theirs === 'unknown' ? null : say(null, { own: cameraVerdict, other: theirs })
  },

  R18: ({ cameraVerdict, equipment, inUse }) => {
    const lines = equipment?.camera?.lines ?? null
    return lines === null ? null : say(cameraVerdict, { lines }, inUse)
  },

  R19: ({ equipment }) => {
    const { zoom = false, panTilt = false } = equipment?.camera ?? {}
    return zoom || panTilt ? say(null, { zoom, panTilt }) : null
  },

  R20: ({ equipment }) => {
    if (equipment?.camera?.state !== 'refused') return null
    return say('poor', { system: equipment.device?.system ?? 'other', browser: equipment.device?.browser ?? 'other' })
  },

  R21: (about) => {
    const hardOfHearing = about.answers.hardOfHearing === true
    if (about.role !== 'patient' || about.noDevice || !lacksHeadset(about, hardOfHearing)) return null
    return say('ok', { matters: about.purpose.headset || hardOfHearing, hardOfHearing })
  },

  R22: (about) => {
    const { sharedOffice = false, hardOfHearingPatient: hardOfHearing = false } = about.circumstances ?? {}
    if (about.role !== 'practitioner' || !lacksHeadset(about, sharedOffice || hardOfHearing)) return null
    return say(sharedOffice || hardOfHearing ? 'poor' : 'ok', { sharedOffice, hardOfHearing })
  },

  R23: ({ equipment, reconnects = 0 }) => {
    const lossPercent = equipment?.connection?.lossPercent ?? null
    const unsteady = (lossPercent ?? 0) > LOSS_PERCENT || reconnects > RECONNECTS
    return unsteady ? say('poor', { lossPercent, reconnects }) : null
  },

  R24: ({ participants, mbps, slow, needsMbps }) =>
    participants >= GROUP_FROM || mbps === null ? null : say(slow ? 'poor' : 'good', { mbps, needed: needsMbps }),

  R25: ({ participants, mbps, slow, needsMbps }) =>
    participants < GROUP_FROM || mbps === null ? null : say(slow ? 'poor' : 'good', { mbps, needed: needsMbps }),

  R26: ({ equipment }) => {
    const roundTripMs = equipment?.connection?.roundTripMs ?? null
    return roundTripMs === null ? null : say(roundTripMs < GUIDE_ROUND_TRIP_MS ? 'good' : 'ok', { roundTripMs })
  },

  // By the purpose and not by the part: a slow line at either end blurs what the practitioner has to see.
  R27: ({ purpose, slow }) =>
    slow && purpose.views.some((view) => view === 'whole-body' || view === 'close-up')
      ? say(null, { favour: purpose.favour })
      : null,

  R28: ({ role, slow, mbps }) =>
    role === 'patient' && slow ? say('poor', { soundFirst: (mbps ?? 0) < VIDEO_FLOOR_MBPS }) : null,

  R29: ({ equipment, now }) => {
    if (equipment?.connection?.state === 'measured' && now - equipment.at <= TEST_FRESH_MS) return null
    return say(null, { before: equipment?.connection?.state === 'measured' })
  },

  R30: ({ role, circumstances, equipment }) => {
    const screens = equipment?.device?.screens ?? null
    if (role !== 'practitioner' || !circumstances?.needsNotes || screens === null) return null
    return say(screens >= 2 ? 'good' : 'ok', { screens })
  },

  R31: ({ role }) => (role === 'patient' ? say('good', {}) : null),
}

/** Where it matters, one that nobody has seen is asked for, too. */
function lacksHeadset({ equipment }: Situation, matters: boolean): boolean {
  const headset = equipment?.speaker?.headset ?? null
  return matters ? headset !== true : headset === false
}
