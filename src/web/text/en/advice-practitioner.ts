// What the practitioner reads of each rule of the device advice, and the guide's own sentence in short. Never loaded by the
// patient's page.
import type { FiredRule, OwnKit, RuleFacts, RuleId } from '#domain/advice'
import type { Party, Verdict } from '#domain/equipment'
import type { DeviceKind } from '#domain/plan'
import { typed } from '../typed.ts'

const KINDS: Record<DeviceKind, string> = {
  smartphone: 'phone',
  tablet: 'tablet',
  laptop: 'laptop',
  desktop: 'desktop computer',
}
const KIT: Record<OwnKit, string> = {
  'step-counter': 'step counter',
  'smart-watch': 'smart watch',
  'peak-flow-meter': 'peak flow meter',
  'blood-pressure-monitor': 'blood pressure monitor',
  thermometer: 'thermometer',
  scales: 'scales',
  oximeter: 'oximeter',
  'glucose-meter': 'glucose meter',
}
const PARTS = { camera: 'camera', microphone: 'microphone', speaker: 'loudspeaker', connection: 'connection' }
const VERDICTS: Record<Verdict, string> = {
  good: 'good',
  ok: 'good enough',
  poor: 'weak',
  'not-suitable': 'not usable',
  unknown: 'not known',
}

const lists = new Intl.ListFormat('en-GB')
const list = (parts: readonly string[]) => lists.format(parts)
const rounded = (value: number) => new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value)

interface About {
  readonly verdict: Verdict | null
  /** "their" for the patient's, "your" for the practitioner's own. */
  readonly whose: string
  readonly own: boolean
}

type Say<R extends RuleId> = ((facts: RuleFacts[R], about: About) => string) | null

const speed = ({ mbps, needed }: { mbps: number; needed: number }, { verdict, whose }: About) =>
  verdict === 'good'
    ? `${rounded(mbps)} Mbps both ways on ${whose} side: fast enough.`
    : `${rounded(mbps)} Mbps on ${whose} side; the guide asks ${needed} both ways. Expect a smaller picture.`

const practitioner: { readonly [R in RuleId]: Say<R> } = {
  R1: ({ kit }) =>
    kit.length === 0
      ? 'Ask what they have to measure with: step counter, smart watch, peak flow meter.'
      : `The patient has: ${list(kit.map((each) => KIT[each]))}. Ask for readings.`,
  R2: () => 'No device with a screen: phone them, or see them in person.',
  R3: ({ memoryGiB }, { whose }) => `Little memory on ${whose} device (${rounded(memoryGiB)} GiB): expect stutter.`,
  R4: ({ cause }, { own, whose }) =>
    ({
      browser: own ? 'Update your browser, or use another.' : 'Their browser is old or limited: ask them to update it.',
      vpn: 'Leave the VPN for the call if your policy allows it.',
      firewall: `A firewall or VPN on ${whose} side lets no UDP through: the call goes a slower way, over TCP or TLS.`,
    })[cause],
  R5: ({ lines, mbps, roundTripMs }, { whose }) =>
    `Nothing checked on ${whose} side yet. Needed: ${mbps} Mbps both ways, ${lines}p, under ${roundTripMs} ms.`,
  R6: ({ device }, { own }) =>
    own
      ? 'This is a suggestion: use what suits you.'
      : `A suggestion${device ? ` (${KINDS[device]})` : ''}: discuss it, and record the device you agree.`,
  R7: ({ preferred, better, fits, reason }) => {
    if (fits) return `They would rather use their ${KINDS[preferred]}. That suits.`
    const why = {
      purpose: 'does not suit what you have to see',
      'in-hand': 'does not suit while it is held in the hand',
      'cannot-hold': 'is hard for them to hold, and has nothing to stand on',
    }[reason ?? 'purpose']
    const instead = better ? ` Offer both, and say why the ${KINDS[better]} is better.` : ''
    return `They would rather use their ${KINDS[preferred]}. It ${why}.${instead}`
  },
  R8: ({ device, support }) =>
    ({
      stand: `They cannot hold the ${KINDS[device]} for long: let it stand.`,
      helper: `They cannot hold the ${KINDS[device]} for long: let the person with them hold it.`,
      none: `They cannot hold the ${KINDS[device]} for long, and have no stand: look for books or a shelf with them.`,
    })[support],
  R9a: () => 'They are alone: a laptop is easiest to place.',
  R9b: ({ device, stand }) =>
    stand
      ? `They are alone with a ${KINDS[device]}: make sure that it stands before they move.`
      : `They are alone with a ${KINDS[device]} and no stand: find a fixed place for it before they move.`,
  R10: () => 'From a desktop computer, expect a seated view of the upper body only.',
  R11: ({ device, checked }, { own }) =>
    checked || own
      ? `A ${KINDS[device]} shows more when it is held sideways.`
      : `Sound and picture of a ${KINDS[device]} vary, and theirs is not checked yet.`,
  R12: ({ percent }, { own }) =>
    own ? `Your battery is at ${percent}%: plug in.` : `Their battery is at ${percent}%: ask them to plug in.`,
  R13: ({ feet }) =>
    feet
      ? 'Check that head and feet are in the picture before you start: the device waist-high, 2 to 3 m away.'
      : 'Check that head and hands are in the picture before you start.',
  R14: ({ device }) =>
    device === 'smartphone'
      ? 'Ask for the back camera of the phone, held still.'
      : 'A phone would show this best. Ask them to bring the camera near, and hold still.',
  R15: ({ several }, { own }) =>
    own
      ? 'A larger screen that does not move, with the camera at eye level, serves you best.'
      : `A larger screen that does not move serves best${several ? ', with everyone in the picture' : ''}.`,
  R16: (_, { own }) => (own ? 'No camera found: connect one.' : 'No camera found: they can talk to you by sound.'),
  R17: ({ own, other }, about) =>
    about.own
      ? `Your camera is ${VERDICTS[own]}, theirs ${VERDICTS[other]}. Yours affects how well they see you.`
      : `Their camera is ${VERDICTS[own]}, yours ${VERDICTS[other]}. Both affect how well you see each other.`,
  R18: ({ lines }, { verdict, whose }) =>
    verdict === 'poor'
      ? `${lines}p from ${whose} camera; the guide asks 720p. Light and a clean lens help.`
      : `${lines}p from ${whose} camera.`,
  R19: ({ zoom, panTilt }, { own }) =>
    `${zoom ? 'Zoom' : 'Turning'}${zoom && panTilt ? ' and turning are' : ' is'} available on ${own ? 'your' : "the patient's"} camera.`,
  R20: (_, { own }) =>
    own
      ? 'Your browser blocks the camera: allow it beside the address.'
      : 'Their camera is blocked: talk them through it.',
  R21: ({ matters, hardOfHearing }) =>
    hardOfHearing
      ? 'They find it hard to hear: ask whether they have a headset.'
      : matters
        ? 'They wear no headset, and sound matters most here: ask whether they have one.'
        : 'They wear no headset: headphones may help them hear.',
  R22: ({ sharedOffice, hardOfHearing }) => {
    const why = [sharedOffice && 'you share an office', hardOfHearing && 'your patient is hard of hearing'].filter(
      (each) => each !== false,
    )
    return why.length > 0 ? `Wear a headset: ${list(why)}.` : 'A headset takes noise away and keeps the talk private.'
  },
  R23: ({ lossPercent }, { own, whose }) => {
    const trouble =
      lossPercent === null ? `The connection on ${whose} side breaks off` : `${rounded(lossPercent)}% is lost`
    return `${trouble}: ${own ? 'move nearer the wifi, or use a cable' : 'ask them to move nearer the wifi'}.`
  },
  R24: speed,
  R25: speed,
  R26: ({ roundTripMs }, { verdict }) =>
    verdict === 'good'
      ? `${Math.round(roundTripMs)} ms there and back.`
      : `${Math.round(roundTripMs)} ms there and back: speak more slowly, pause, repeat key points.`,
  R27: ({ favour }) =>
    favour === 'resolution'
      ? 'The picture may lose detail; ask for a sharp still picture.'
      : 'The picture may lag; ask for slower movements, and to repeat them.',
  R28: ({ soundFirst }) =>
    soundFirst
      ? 'Their connection carries sound only. Offer the phone.'
      : 'Their connection is weak: sound first, smaller picture. Have the phone ready.',
  R29: (_, { own }) => (own ? 'Check your connection: it takes a minute.' : 'Their connection was not tested today.'),
  R30: ({ screens }) =>
    screens >= 2
      ? 'Put the patient on one screen and your notes on the other.'
      : 'With one screen, keep your notes beside the picture.',
  R31: () => 'They need no app: the link opens in their browser.',
  R32: () => 'Not on your approved list: ask your manager, information governance or IT.',
  R33: () => 'They have not used this before: send them the guide, and offer a practice call.',
  R34: ({ wishes }) => `${list(wishes.map(({ tool, count }) => `${count} patients asked for ${tool}`))} this month.`,
  R35: () =>
    'Do not do an intimate examination by video unless policy allows it, they consent and a chaperone is offered.',
  R36: ({ participants }) => `${participants} people take part: allow extra time.`,
  R37: ({ openedFrom }) => `Opened from ${openedFrom}.`,
  R38: ({ name, extension }) => `Ask ${typed(name)}, your digital champion: extension ${typed(extension)}.`,
  R39: ({ missing }, { own }) =>
    `Not tested ${own ? 'on your side' : 'with them'}: ${list(missing.map((each) => PARTS[each]))}.`,
  R40: ({ practisedOn, now }) =>
    practisedOn === null
      ? 'They have had no practice call.'
      : `They practised on a ${KINDS[practisedOn]}${now ? ` and are on a ${KINDS[now]} now` : ''}.`,
  R41: () => 'Finish the five-minute practice first.',
}

/** The guide's own sentence, in short. */
const guide: Record<RuleId, string> = {
  R1: 'List what other equipment the patient has, such as a phone, a step counter or a peak flow meter.',
  R2: 'A computer, laptop, tablet or smartphone is needed.',
  R3: 'It needs enough memory.',
  R4: 'System, firewall and VPN affect how smoothly it runs.',
  R5: 'Requirements depend on the program.',
  R6: 'The choice of device is a conversation.',
  R7: 'What the patient prefers matters.',
  R8: 'So do mobility, and being able to hold or move a device.',
  R9a: 'For somebody alone a laptop may be easier.',
  R9b: 'A phone or tablet needs a fixed place.',
  R10: 'A desktop computer is poor for movement.',
  R11: 'Phones and tablets are portable; the screen is small, sound and camera vary.',
  R12: 'Laptops are easy to place and their battery lasts.',
  R13: 'For gait, balance and range of movement: a well-placed laptop or tablet on a table or worktop.',
  R14: 'For a close look: a smartphone.',
  R15: 'For psychology and family work: a larger screen that stands still.',
  R16: 'A camera, built in or attached.',
  R17: 'A better camera gives a clearer picture, both ways.',
  R18: 'At least 720 pixels, but ideally 1080.',
  R19: 'Tilt and zoom are useful.',
  R20: 'The camera may be disabled in the settings.',
  R21: 'Microphone and speaker are mostly built in; a headset may help.',
  R22: 'A headset means less noise, privacy in a shared office, and helps who is hard of hearing.',
  R23: 'A stable and secure connection.',
  R24: 'About 2 Mbps or more, up and down, one to one.',
  R25: 'At least 3 Mbps for more than two people.',
  R26: 'Low latency, ideally less than 100 ms.',
  R27: 'A faster connection means fewer delays in a physical assessment.',
  R28: "The patient's connection matters as well.",
  R29: 'Test the speed before.',
  R30: 'A second monitor is optional; it helps with notes.',
  R31: 'The software must be compatible; on phones there may be an app to download.',
  R32: 'Use only what your organisation says is secure.',
  R33: 'The patient may not know your platform: take steps.',
  R34: 'Patients may prefer another tool; the organisation may approve it.',
  R35: 'An addition for safety: intimate examinations are face to face by default.',
  R36: 'Some tools are for two people, some for groups.',
  R37: 'Some work as an attachment to the record system.',
  R38: 'Digital champions: an approachable peer who helps.',
  R39: 'Test all of it: internet, picture, sound, and knowing the platform.',
  R40: 'A practice call, ideally on the same device.',
  R41: 'Train staff before patients.',
}

export const words = {
  guide,
  /** Null where the rule has nothing to tell a practitioner. */
  practitioner(rule: FiredRule): string | null {
    const say = practitioner[rule.id] as Say<typeof rule.id>
    return say ? say(rule.facts as never, aboutOf(rule.about, rule.verdict)) : null
  },
}

function aboutOf(party: Party, verdict: Verdict | null): About {
  const own = party === 'practitioner'
  return { verdict, own, whose: own ? 'your' : 'their' }
}
