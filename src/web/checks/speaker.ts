// What was heard of the speaker through the microphone, and whether a headset is worn. Decides from figures and names alone.
import type { SpeakerFinding } from '#domain/equipment'
import type { SweepMatch } from './sweep.ts'

/**
 * An echo this far down troubles nobody: 3GPP TS 26.131 asks telephones for 46 dB of echo loss, canceller included.
 */
export const NO_ECHO_BELOW_DB = -46
/** What a browser's echo canceller takes away when it works well; assumed, on the careful side. */
const CANCELLED_DB = 30
/** An echo louder than this is left audible even by a canceller that works. */
export const STRONG_ECHO_FROM_DB = NO_ECHO_BELOW_DB + CANCELLED_DB
/**
 * Less alike than this is chance: noise that never contains the sweep reaches 0.15 at the best of some thousand places,
 * and speech less.
 */
export const LIKE_FROM = 0.25

/** What came of listening for the sweep. */
export type Echo =
  | { readonly heard: 'not-measured' }
  | { readonly heard: 'nothing' }
  /** `cancelled`: the browser's canceller was on, so this is what it left over. */
  | { readonly heard: 'sweep'; readonly gainDb: number; readonly cancelled: boolean }

export function echoOf(match: SweepMatch | null, cancelled: boolean): Echo {
  if (match === null) return { heard: 'not-measured' }
  if (match.likeness < LIKE_FROM) return { heard: 'nothing' }
  return { heard: 'sweep', gainDb: Math.round(match.gainDb * 10) / 10, cancelled }
}

export interface SoundNames {
  /** As the browser calls them; null where it does not say. */
  readonly microphone: string | null
  readonly speaker: string | null
}

export interface SpeakerFacts {
  readonly heard: boolean | null
  readonly echo: Echo
  readonly names: SoundNames
  readonly canChoose: boolean
}

export function speakerFinding({ heard, echo, names, canChoose }: SpeakerFacts): SpeakerFinding {
  const kind = echoKindOf(echo)
  return {
    heard,
    echoDb: echo.heard === 'sweep' ? echo.gainDb : null,
    echo: kind,
    headset: headsetOf(names, kind, heard),
    canChoose,
  }
}

function echoKindOf(echo: Echo): SpeakerFinding['echo'] {
  if (echo.heard === 'not-measured') return null
  if (echo.heard === 'nothing' || echo.gainDb < NO_ECHO_BELOW_DB) return 'none'
  // Left over although it was cancelled: nothing more will take it away.
  return echo.cancelled || echo.gainDb >= STRONG_ECHO_FROM_DB ? 'strong' : 'some'
}

/** An Android phone calls its own earpiece "Headset earpiece". */
const EARPIECE = /earpiece/i
const HEADSET = /head(set|phone)|ear(phone|bud|pod|set)|air ?pods|\bbuds\d?\b|hands-?free/i
/** Families of headsets that a Mac names without saying what they are. Makers alone will not do: they make speakers too. */
const FAMILIES =
  /\bjabra (evolve|engage|elite|biz)|\bblackwire|\bvoyager|\bencore ?pro|\bepos (impact|adapt)|\bquiet ?comfort|\bbeats |\bW[HF]-[0-9A-Z]|\bzone (wired|wireless|vibe)|\blogi(tech)? .*\bh[35]\d\d/i
/** These also stand in the names of things that everybody in the place hears. */
const LOUDSPEAKER = /speaker ?phone|soundbar|\bspeak ?[0-9]|loudspeaker/i

export function isHeadset(name: string): boolean {
  return (HEADSET.test(name) || FAMILIES.test(name)) && !EARPIECE.test(name) && !LOUDSPEAKER.test(name)
}

/** Null where neither a name nor the echo tells. */
function headsetOf(names: SoundNames, echo: SpeakerFinding['echo'], heard: boolean | null): boolean | null {
  // What plays decides where it is known: a headset's microphone may lie on the table while the laptop plays.
  const name = names.speaker ?? names.microphone
  if (name !== null && isHeadset(name)) return true
  if (echo === 'some' || echo === 'strong') return false
  // Heard by the person and not by the microphone: it plays in their ears.
  if (echo === 'none' && heard === true) return true
  return null
}
