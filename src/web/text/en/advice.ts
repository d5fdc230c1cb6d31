// What the patient reads of each rule of the device advice. Null: the rule has nothing to tell a patient. Short sentences,
// what to do, reading age 9 to 11.
import type { FiredRule, OwnKit, RuleFacts, RuleId } from '#domain/advice'
import type { Verdict } from '#domain/equipment'
import type { DeviceKind } from '#domain/plan'
import { typed } from '../typed.ts'
import { words as plans } from './plans.ts'

const name = (device: DeviceKind) => plans.kinds[device]
const yours = (device: DeviceKind | null) => (device ? `your ${name(device)}` : 'your screen')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const KIT: Record<OwnKit, string> = {
  'step-counter': 'step counter',
  'smart-watch': 'smart watch',
  'peak-flow-meter': 'peak flow meter',
  'blood-pressure-monitor': 'blood pressure meter',
  thermometer: 'thermometer',
  scales: 'scales',
  oximeter: 'finger oxygen meter',
  'glucose-meter': 'blood sugar meter',
}

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

type Say<R extends RuleId> = ((facts: RuleFacts[R], verdict: Verdict | null) => string | null) | null

const patient: { readonly [R in RuleId]: Say<R> } = {
  R1: ({ kit }) =>
    kit.length === 0
      ? 'Do you have a step counter, smart watch or peak flow meter? Have it near you.'
      : `Have your ${list(kit.map((each) => KIT[each]))} near you.`,
  R2: () => 'No screen? We can phone you or see you.',
  R3: () => 'Close other apps first.',
  R4: ({ cause }) =>
    ({
      browser: 'Update your phone or computer. Or open the link in another browser.',
      vpn: 'Do you use a VPN? Turn it off for the visit.',
      firewall: 'Do you use a VPN? Turn it off for the visit. Or use another wifi.',
    })[cause],
  R5: () => 'You need a camera and the internet. We check both with you.',
  R6: ({ device }) => (device ? `We think ${yours(device)} is best. You choose.` : 'You choose what to use.'),
  R7: ({ preferred, better, fits, reason }) => {
    if (fits) return `You chose ${yours(preferred)}. That is fine.`
    const instead = better ? ` Could you use ${yours(better)}?` : ''
    if (reason === 'purpose') return `With ${yours(preferred)} it may be hard for us to see you.${instead}`
    return `${capital(yours(preferred))} needs something firm to stand on.${instead}`
  },
  R8: ({ device, support }) =>
    ({
      stand: `Put ${yours(device)} on something firm. You do not need to hold it.`,
      helper: `Ask the person with you to hold ${yours(device)}. You do not need to.`,
      none: `Can you put ${yours(device)} against some books? You do not need to hold it.`,
    })[support],
  R9a: ({ best }) => (best ? 'A laptop may be easiest if you are on your own.' : null),
  R9b: ({ device }) => `Stand ${yours(device)} up on a shelf or table. Do not hold it while you move.`,
  R10: () => 'With a computer on a desk it is hard to see you walk.',
  R11: ({ device }) => `Turn ${yours(device)} sideways for a bigger picture.`,
  R12: () => 'Plug in your charger.',
  R13: ({ device, feet, placing }) => {
    const put =
      placing === 'helper-holds'
        ? `Ask the person with you to hold ${yours(device)}.`
        : device === 'smartphone'
          ? 'Stand your phone up on a table.'
          : `Put ${yours(device)} on a table.`
    return `${put} Step back until we can see your head and your ${feet ? 'feet' : 'hands'}.`
  },
  R14: ({ device }) => {
    if (device === null) return 'Bring the camera near the place. Hold still.'
    return `Use ${yours(device)}. Point it at the place we need to see. Hold it still.`
  },
  R15: ({ device, bigScreen, several }) => {
    const stays = device === null && bigScreen ? 'Use a big screen if you have one. Put it' : `Put ${yours(device)}`
    const all = several ? ' Everyone should be in the picture.' : ''
    return `${stays} where it will not move, as high as your eyes.${all}`
  },
  R16: () => 'We cannot find a camera. You can still talk to us.',
  R17: null,
  R18: (_, verdict) =>
    verdict !== 'poor' ? 'Your picture is clear.' : 'Your picture may be fuzzy. Wipe the lens and turn on a light.',
  R19: ({ zoom }) =>
    zoom
      ? 'Your camera can make things bigger. We ask you before we use that.'
      : 'Your camera can turn. We ask you before we use that.',
  R20: () => 'Your camera is switched off. Press the sign next to the address. Then press Allow.',
  R21: ({ matters, hardOfHearing }) =>
    hardOfHearing
      ? 'Put on headphones if you have some. They can help you hear.'
      : matters
        ? 'Put on headphones if you have some. We want to hear you well.'
        : 'Headphones can help you hear.',
  R22: null,
  R23: () => 'Move nearer your wifi box.',
  R24: (_, verdict) => (verdict === 'good' ? 'Your internet is fast enough.' : 'Your internet is slow today.'),
  R25: (_, verdict) =>
    verdict === 'good' ? 'Your internet is fast enough for all of us.' : 'Your internet is slow today.',
  R26: (_, verdict) => (verdict === 'good' ? 'We hear you at once.' : 'Wait a moment before you answer.'),
  R27: () => 'Move slowly. We may ask you to do it again.',
  R28: ({ soundFirst }) =>
    soundFirst
      ? 'We keep the sound and stop the picture. Or we can phone you.'
      : 'We will keep the sound and make the picture smaller.',
  R29: ({ before }) =>
    before ? 'Press Check to test again. It takes one minute.' : 'Press Check. It takes one minute.',
  R30: null,
  R31: () => 'You do not need to download anything.',
  R32: null,
  R33: () => 'This is new to you. Try a practice call first.',
  R34: null,
  R35: () => 'It is best if we see you in person for this.',
  R36: ({ participants }) => `There are ${participants} of us. Speak one at a time.`,
  R37: null,
  R38: ({ name: helper, extension }) => `Need help? Ask for ${typed(helper)}, number ${typed(extension)}.`,
  R39: () => 'Try your sound and picture before your visit.',
  R40: ({ practisedOn }) =>
    practisedOn
      ? `Use ${yours(practisedOn)} on the day, as you did to practise.`
      : 'Use the same phone or computer on the day.',
  R41: null,
}

export const words = {
  kit: KIT,
  /** Null where the rule has nothing to tell a patient, or is about the practitioner. */
  patient(rule: FiredRule): string | null {
    const say = patient[rule.id] as Say<typeof rule.id>
    return rule.about === 'patient' && say ? say(rule.facts as never, rule.verdict) : null
  },
}
