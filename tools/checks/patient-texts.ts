// Everything that the patient's page can say, part by part: texts as they stand, functions with sample values. Judges
// nothing.
import { type DeviceAnswers, type FiredRule, NO_ANSWERS } from '../../src/domain/advice.ts'
import { adviseDevice } from '../../src/domain/advice-rules.ts'
import { type EquipmentFindings, NOTHING_FOUND } from '../../src/domain/equipment.ts'
import { DEVICE_KINDS } from '../../src/domain/plan.ts'
import { PURPOSES } from '../../src/domain/plan-catalogue.ts'
import { PREPARATION_STEPS } from '../../src/domain/preparation.ts'
import { words as advice } from '../../src/web/text/en/advice.ts'
import { words as arrive } from '../../src/web/text/en/arrive.ts'
import { words as button } from '../../src/web/text/en/button.ts'
import { words as call } from '../../src/web/text/en/call.ts'
import { words as callDevices } from '../../src/web/text/en/call-devices.ts'
import { words as callHelp } from '../../src/web/text/en/call-help.ts'
import { words as called } from '../../src/web/text/en/called.ts'
import { words as cameraRequests } from '../../src/web/text/en/camera-requests.ts'
import { words as coach } from '../../src/web/text/en/coach.ts'
import { words as companions } from '../../src/web/text/en/companions.ts'
import { words as door } from '../../src/web/text/en/door.ts'
import { words as ended } from '../../src/web/text/en/ended.ts'
import { words as equipment } from '../../src/web/text/en/equipment.ts'
import { words as equipmentBlocked } from '../../src/web/text/en/equipment-blocked.ts'
import { words as steps } from '../../src/web/text/en/equipment-steps.ts'
import { words as face } from '../../src/web/text/en/face.ts'
import { words as feedback } from '../../src/web/text/en/feedback.ts'
import { words as findings } from '../../src/web/text/en/findings.ts'
import { words as forms } from '../../src/web/text/en/forms.ts'
import { words as invitation } from '../../src/web/text/en/invitation.ts'
import { words as messages } from '../../src/web/text/en/messages.ts'
import { words as nothingKept } from '../../src/web/text/en/nothing-kept.ts'
import { words as otherBrowser } from '../../src/web/text/en/other-browser.ts'
import { words as ownQuestion } from '../../src/web/text/en/own-question.ts'
import { words as phone } from '../../src/web/text/en/phone.ts'
import { words as phoneDialog } from '../../src/web/text/en/phone-dialog.ts'
import { words as photos } from '../../src/web/text/en/photos.ts'
import { words as plans } from '../../src/web/text/en/plans.ts'
import { words as poster } from '../../src/web/text/en/poster.ts'
import { words as practice } from '../../src/web/text/en/practice.ts'
import { words as preparation } from '../../src/web/text/en/preparation.ts'
import { words as prepare } from '../../src/web/text/en/prepare.ts'
import { words as problems } from '../../src/web/text/en/problems-patient.ts'
import { words as quickExit } from '../../src/web/text/en/quick-exit.ts'
import { words as recall } from '../../src/web/text/en/recall.ts'
import { words as stop } from '../../src/web/text/en/stop.ts'
import { words as ui } from '../../src/web/text/en/ui.ts'
import { words as unopened } from '../../src/web/text/en/unopened.ts'
import { words as waiting } from '../../src/web/text/en/waiting.ts'
import { words as ways } from '../../src/web/text/en/ways.ts'
import { words as whileWaiting } from '../../src/web/text/en/while-waiting.ts'
import { words as who } from '../../src/web/text/en/who.ts'
import { unmarked } from '../../src/web/text/typed.ts'

export interface Part {
  /** The module in which it stands. */
  readonly path: string
  /** What is judged by itself: the module, or one plan of it. */
  readonly name: string
  readonly texts: readonly string[]
  /** Functions that said nothing for any sample: nobody has read them. */
  readonly unread: readonly string[]
}

/** Reached by the patient's page, and not judged. */
export const EXEMPT: Readonly<Record<string, string>> = {
  'src/web/text/en/time.ts': 'names of days, hours and places only',
}

const INSTRUCTIONS = [
  'more-light',
  'come-in',
  'step-back',
  'come-nearer',
  'move-left',
  'move-right',
  'tilt-down',
  'tilt-up',
  'show-hands',
  'good',
] as const

const FACES = ['none', 'middle', 'left', 'right', 'high', 'low', 'near', 'far'] as const
const LIGHTS = ['dark', 'left', 'right', 'even'] as const

const OPENNESS = [
  { state: 'open' },
  { state: 'suspended' },
  { state: 'closed', opensAt: null, doorsOpenAt: null, timeZone: 'Europe/London' },
  { state: 'closed', opensAt: 100_000_000, doorsOpenAt: 0, timeZone: 'Europe/London' },
] as const

/** Values for what a text asks for; what makes no sense with one is tried with the next. */
const SAMPLES: readonly unknown[] = ['Margaret', 12, 1, 'tablet', ['tablet', 'laptop'], true, { mbps: 3 }]

export function patientParts(): Part[] {
  return [
    ...Object.entries({
      arrive,
      'camera-requests': cameraRequests,
      call,
      'call-devices': callDevices,
      'call-help': callHelp,
      called,
      companions,
      ended,
      who,
      equipment,
      'equipment-blocked': equipmentBlocked,
      findings,
      messages,
      phone,
      practice,
      prepare,
      unopened,
      waiting,
      ways: { ...ways, hide: quickExit.hideLong },
      'quick-exit': quickExit,
      'own-question': ownQuestion,
      stop,
    }).map(([name, words]) => partOf(name, name, words)),
    partOf('button', 'button', {
      ...button,
      status: OPENNESS.map((openness) => button.status({ openness, now: 0 }, '')),
    }),
    partOf('poster', 'poster', poster),
    partOf('forms', 'forms', forms),
    partOf('photos', 'photos', photos),
    partOf('recall', 'recall', recall),
    partOf('feedback', 'feedback', feedback),
    partOf('invitation', 'invitation', { ...invitation, date: invitation.date('1948-03-03') }),
    partOf('preparation', 'preparation', {
      ...preparation,
      againLong: PREPARATION_STEPS.map(preparation.againLong),
      doLong: PREPARATION_STEPS.map(preparation.doLong),
    }),
    partOf('phone-dialog', 'phone-dialog', phoneDialog),
    partOf('while-waiting', 'while-waiting', whileWaiting),
    partOf('coach', 'coach', { ...coach, say: INSTRUCTIONS.map((kind) => coach.say({ kind, part: 'feet' })) }),
    partOf('face', 'face', {
      ...face,
      say: FACES.flatMap((where) => LIGHTS.map((light) => face.say({ face: where, light }))),
    }),
    partOf('door', 'door', { ...door, lastWorked: door.lastWorked('ipad', '2027-03-01') }),
    partOf('ui', 'ui', { ...ui, charactersLeft: ui.charactersLeft(12), charactersOver: ui.charactersOver(12) }),
    partOf('problems-patient', 'problems', problems),
    partOf('equipment-steps', 'equipment-steps', equipmentSteps()),
    partOf('other-browser', 'other-browser', otherBrowser),
    partOf('nothing-kept', 'nothing-kept', { ...nothingKept, steps: kindsOfBrowser().flatMap(nothingKept.steps) }),
    partOf('advice', 'advice', { kit: advice.kit, rules: firedRules().map((rule) => advice.patient(rule) ?? '') }),
    partOf('plans', 'plans', { ...plans, purposes: {} }),
    ...Object.entries(plans.purposes).map(([id, { name: _, use: __, ...patient }]) =>
      partOf('plans', `plan ${id}`, patient),
    ),
  ]
}

function partOf(module: string, name: string, words: unknown): Part {
  const unread: string[] = []
  const texts = [...new Set(textsOf(words, name, unread))].filter((text) => text !== '')
  return { path: `src/web/text/en/${module}.ts`, name, texts, unread }
}

export function textsOf(words: unknown, name: string, unread: string[]): string[] {
  if (typeof words === 'string') return [words]
  if (Array.isArray(words)) return words.flatMap((each, index) => textsOf(each, `${name}.${index}`, unread))
  if (typeof words === 'function') {
    const said = SAMPLES.flatMap((sample) => sayWith(words as (...all: unknown[]) => unknown, sample))
    if (said.length === 0) unread.push(name)
    return said
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${name}.${key}`, unread))
}

function sayWith(say: (...all: unknown[]) => unknown, sample: unknown): string[] {
  try {
    const said = say(...Array.from({ length: Math.max(1, say.length) }, () => sample))
    return textsOf(said, '', [])
      .map(unmarked)
      .filter((text) => !/undefined|NaN|null|\[object|Invalid/.test(text))
  } catch {
    return []
  }
}

function kindsOfBrowser() {
  const devices = ['iphone', 'ipad', 'android', 'windows', 'mac', 'linux', 'other'] as const
  const browsers = ['safari', 'chrome', 'edge', 'firefox', 'samsung', 'other'] as const
  return devices.flatMap((device) =>
    browsers.flatMap((browser) => [null, '', 'Facebook'].map((inApp) => ({ device, browser, inApp }))),
  )
}

function equipmentSteps(): unknown {
  const troubles = ['refused', 'none', 'busy', 'unsupported', 'lost'] as const
  return kindsOfBrowser().flatMap((kind) => [
    steps.otherCamera,
    steps.takeOtherCamera,
    steps.bellVoice,
    steps.bellVoiceSays,
    ...steps.quietBell(kind),
    ...(['camera', 'microphone', 'both'] as const).flatMap((device) =>
      troubles.flatMap((why) => [true, false].flatMap((secure) => steps.steps(device, why, kind, secure))),
    ),
  ])
}

/** Rules as they come to patients of every purpose, well and badly equipped, able and not. */
function firedRules(): readonly FiredRule[] {
  const said: readonly Partial<DeviceAnswers>[] = [
    {},
    { devices: DEVICE_KINDS, alone: true, ownKit: ['step-counter', 'scales'] },
    { devices: DEVICE_KINDS, alone: true, stand: true, canHold: 'yes', preference: 'laptop' },
    ...DEVICE_KINDS.flatMap((device) => [
      { devices: [device], preference: device, canHold: 'no' } as const,
      { devices: DEVICE_KINDS, preference: device, canHold: 'no', alone: true } as const,
      { devices: [device], preference: device, canHold: 'no', stand: true, alone: true } as const,
      { devices: [device], preference: device, canHold: 'no', helperCanHold: true } as const,
    ]),
  ]
  const equipped: readonly (EquipmentFindings | null)[] = [
    null,
    worked(10, 1080, 20),
    worked(1, 480, 300),
    worked(0.2, 480, 300),
  ]
  return PURPOSES.flatMap((purpose) =>
    said.flatMap((change) =>
      equipped.flatMap((found) =>
        [2, 3].flatMap(
          (participants) =>
            adviseDevice({
              role: 'patient',
              purpose,
              participants,
              answers: { ...NO_ANSWERS, ...change },
              answered: true,
              equipment: found,
              now: 0,
              history: { usedBefore: false, practisedOn: found ? 'tablet' : null },
              organisation: { champion: { name: 'Margaret', extension: '12' } },
            }).fired,
        ),
      ),
    ),
  )
}

function worked(mbps: number, lines: number, roundTripMs: number): EquipmentFindings {
  return {
    ...NOTHING_FOUND,
    device: {
      kind: 'smartphone',
      system: 'android',
      systemVersion: null,
      browser: 'chrome',
      browserVersion: null,
      supported: mbps < 1 ? 'too-old' : 'yes',
      memoryGiB: mbps < 2 ? 1 : 8,
      batteryPercent: 20,
      charging: false,
      screens: 1,
      dataSaver: false,
      clockAheadMs: 0,
      storage: true,
    },
    camera: {
      state: mbps < 1 ? 'none' : mbps < 2 ? 'refused' : 'works',
      lines,
      fps: 30,
      brightness: 0.5,
      light: 'good',
      zoom: true,
      panTilt: true,
      torch: true,
      canFlip: true,
    },
    speaker: { heard: true, echoDb: null, echo: null, headset: false, canChoose: false },
    connection: {
      state: 'measured',
      upMbps: mbps,
      downMbps: mbps,
      roundTripMs,
      jitterMs: 0,
      lossPercent: mbps < 2 ? 10 : 0,
      via: 'relay',
      open: mbps < 2 ? ['tls'] : ['udp'],
      usedMB: 1,
      seconds: 1,
    },
  }
}
