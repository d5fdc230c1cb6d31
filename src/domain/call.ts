// The ladder that protects the sound first: from one measurement a tick it says how much picture may be sent, and it
// names the quality of a call in a word. Pure: knows no browser, no timer and no words for people.

/** The guide: "low, ideally less than 100 ms"; read as the round trip, the stricter reading. */
export const GUIDE_ROUND_TRIP_MS = 100
/** ITU-T G.114: 150 ms one way is the most that leaves a conversation natural; both ways make 300. */
export const NATURAL_ROUND_TRIP_MS = 300
/** A picture is called frozen when nothing new was shown for this long. */
export const FROZEN_AFTER_MS = 1000

export type PictureLevel = 'full' | 'smaller' | 'paused-for-sound'

/** What may be sent on one rung: `lines` is the most of min(width, height); null leaves the camera's own. */
export interface Rung {
  readonly level: PictureLevel
  readonly maxKbps: number
  readonly lines: number | null
  readonly maxFps: number | null
  /** With less than this to send on (kbps, sound included) the rung cannot be held. */
  readonly needsKbps: number
}

/**
 * From nothing to everything. Sound with its redundancy and headers takes about 100 kbps, so that `small` still fits on
 * 300 kbps. 750 kbps for the whole picture is what doxy.me asks; 2500 fills the guide's 2 Mbps and 1080 lines at ease.
 */
export const RUNGS: readonly Rung[] = [
  { level: 'paused-for-sound', maxKbps: 0, lines: null, maxFps: null, needsKbps: 0 },
  { level: 'smaller', maxKbps: 90, lines: 180, maxFps: 12, needsKbps: 100 },
  { level: 'smaller', maxKbps: 160, lines: 270, maxFps: 20, needsKbps: 170 },
  { level: 'smaller', maxKbps: 450, lines: 360, maxFps: 30, needsKbps: 330 },
  { level: 'full', maxKbps: 2500, lines: null, maxFps: null, needsKbps: 750 },
]
const PAUSED = 0
const TINY = 1
const SMALL = 2
const FULL = RUNGS.length - 1

/** One tick's figures, 100 to 1000 ms apart. Null: not known, which never counts against the picture. */
export interface Measurement {
  /** Milliseconds on a clock that never steps back. */
  readonly at: number
  /** What the browser believes it may send (kbps). */
  readonly availableKbps: number | null
  /** Round trip now and the least seen on this path (ms): the difference stands in a queue somewhere. */
  readonly roundTripMs: number | null
  readonly floorMs: number | null
  /** Share of our packets that did not reach the far side, 0 to 1, over the last half second or so. */
  readonly loss: number | null
  /** Share of our sound that the far side had to invent, 0 to 1, over the same time. */
  readonly concealed: number | null
  /** Share of the far side's own sound packets that came of late, beside what usually comes. */
  readonly arriving: number | null
  /** How long nothing at all has come from the far side (ms). */
  readonly silentMs: number
}

export interface Ladder {
  readonly rung: number
  /** When it stepped last, and whether that was upwards. */
  readonly changedAt: number
  readonly climbed: boolean
  /** Since when nothing has been wrong, and since when something has; null while it is not so. */
  readonly calmSince: number | null
  readonly badSince: number | null
  /** How long it must be calm before the next step up (ms). */
  readonly patienceMs: number
  /** A sudden fear, heeded at the same level while the truth is on its way: little is sent, then nothing. */
  readonly braced: { readonly since: number; readonly until: number } | null
  /** Nothing is heard of the far side: the picture rests whatever the rung. */
  readonly silent: boolean
}

/** The wait before the first step up, and the longest it grows to when steps up fail. */
export const FIRST_PATIENCE_MS = 1000
export const LONGEST_PATIENCE_MS = 30_000
/** Bad for so long is no accident: two ticks. A queue that only delays, and loses nothing, may take longer to go. */
const BAD_MS = 200
const QUEUED_MS = 1000
/** A fall shows its effect only when what was underway has arrived and has been told of. */
const EFFECT_MS = 800
/** After a step the browser's own estimate lags behind: for this long only suffering counts, not the estimate. */
const GRACE_MS = 3000
/** A fall this soon after a step up means that the step was too early. */
const RELAPSE_MS = 6000
/** A rung held this long in calm makes the next step cheap again. */
const TRUST_MS = 30_000
/** The estimate may be low only because little was sent: after this many times the patience a step is tried all the same. */
const DOUBT = 8
/** So long without a packet or a word is an outage, not a lost message. */
const SILENT_MS = 1200
/** The share of arriving sound that raises a fear, and what a fear leaves to the picture (kbps). */
const FEAR_BELOW = 0.3
const BRACED_KBPS = 80
/** A fear lasts so long after sound has last come thinly (ms). */
const BRACE_MS = 250
const THIN_BELOW = 0.5
/** A stumble of wifi is over by now; what still comes thinly is a path that has become narrow. */
const STUMBLE_MS = 150

export function startLadder(at: number): Ladder {
  return {
    rung: FULL,
    changedAt: at,
    climbed: false,
    calmSince: null,
    badSince: null,
    patienceMs: FIRST_PATIENCE_MS,
    braced: null,
    silent: false,
  }
}

/** The ladder after a hold: as high as it was, but never paused, for what was true then may be over. */
export function resumeLadder(before: Ladder, at: number): Ladder {
  return { ...startLadder(at), rung: Math.max(TINY, before.rung) }
}

/** What the ladder allows. */
export function rungOf(ladder: Ladder): Rung {
  const rung = RUNGS[ladder.silent ? PAUSED : ladder.rung] as Rung
  const { braced } = ladder
  if (!braced || rung.maxKbps <= BRACED_KBPS) return rung
  // To send nothing for a moment also throws away what waits in line before the sound.
  const stumbling = braced.until - braced.since < BRACE_MS + STUMBLE_MS
  return { ...rung, maxKbps: stumbling ? BRACED_KBPS : 0 }
}

type Trouble = 'calm' | 'uneasy' | 'queued' | 'bad' | 'severe'

/**
 * The congestion control of browsers keeps up to about 150 ms in the queue of a full link, which is no trouble yet. A
 * longer one only delays; on a busy machine it may be the page that is late. Lost packets that leave the sound whole were
 * the picture's, or are carried twice. Over half a second, 12% is a broken syllable
 * and 40% a lost word.
 */
function troubleOf(now: Measurement): Trouble {
  const queue = now.roundTripMs === null || now.floorMs === null ? 0 : now.roundTripMs - now.floorMs
  const loss = now.loss ?? 0
  const concealed = now.concealed ?? 0
  if (concealed > 0.4 || (loss > 0.25 && concealed > 0.1)) return 'severe'
  if (loss > 0.12 || concealed > 0.12) return 'bad'
  if (queue > 220) return 'queued'
  if (queue > 150 || loss > 0.06 || concealed > 0.03) return 'uneasy'
  return 'calm'
}

/** The ladder after one more measurement: down at once when the sound suffers, up one rung at a time. */
export function stepLadder(before: Ladder, now: Measurement): Ladder {
  if (now.silentMs > SILENT_MS) return before.silent ? before : { ...before, silent: true }
  // An outage says nothing about how much fits now: begin small, at once, and climb.
  if (before.silent) return { ...startLadder(now.at), rung: SMALL }
  const ladder = brace(before, now)
  const trouble = troubleOf(now)
  const starved = now.at - ladder.changedAt > GRACE_MS && isStarved(ladder, now)
  if (trouble === 'severe') return fall(ladder, now, PAUSED)
  if (trouble === 'calm' && !starved) return climbWhenCalm({ ...ladder, badSince: null }, now)
  if (trouble === 'uneasy' && !starved) return { ...ladder, badSince: null, calmSince: null }
  const badSince = ladder.badSince ?? now.at
  const fresh = !ladder.climbed && ladder.rung !== FULL && now.at - ladder.changedAt < EFFECT_MS
  const enough = !fresh && now.at - badSince >= (trouble === 'queued' ? QUEUED_MS : BAD_MS)
  // What was feared and is now confirmed needs no second look.
  if (ladder.braced && trouble === 'bad' && !fresh) return fall(ladder, now, PAUSED)
  if (enough) return fall(ladder, now, affordable(ladder, now))
  return { ...ladder, badSince, calmSince: null }
}

/**
 * A path that of a sudden carries little this way mostly carries little the other way too, and that is known here a whole
 * queue earlier than the far side can tell.
 */
function brace(ladder: Ladder, now: Measurement): Ladder {
  const arriving = now.arriving ?? 1
  const { braced } = ladder
  const heeded = braced !== null && now.at < braced.until
  if (arriving < (heeded ? THIN_BELOW : FEAR_BELOW))
    return { ...ladder, braced: { since: heeded ? braced.since : now.at, until: now.at + BRACE_MS } }
  return heeded || braced === null ? ladder : { ...ladder, braced: null }
}

function isStarved(ladder: Ladder, now: Measurement): boolean {
  return now.availableKbps !== null && now.availableKbps < needsOf(ladder.rung)
}

const needsOf = (rung: number) => RUNGS[rung]?.needsKbps ?? 0

/** The highest rung below this one that the estimate can feed. */
function affordable(ladder: Ladder, now: Measurement): number {
  const available = now.availableKbps ?? Number.POSITIVE_INFINITY
  for (let rung = ladder.rung - 1; rung > TINY; rung--) if (needsOf(rung) <= available) return rung
  return Math.max(PAUSED, Math.min(TINY, ladder.rung - 1))
}

function fall(ladder: Ladder, now: Measurement, rung: number): Ladder {
  if (rung >= ladder.rung) return { ...ladder, calmSince: null }
  const relapsed = ladder.climbed && now.at - ladder.changedAt < RELAPSE_MS
  const patienceMs = relapsed ? Math.min(LONGEST_PATIENCE_MS, ladder.patienceMs * 2) : ladder.patienceMs
  return { ...ladder, rung, changedAt: now.at, climbed: false, calmSince: null, badSince: null, patienceMs }
}

function climbWhenCalm(ladder: Ladder, now: Measurement): Ladder {
  const calmSince = ladder.calmSince ?? now.at
  const calmMs = now.at - calmSince
  if (ladder.rung === FULL) {
    const patienceMs = calmMs >= TRUST_MS ? FIRST_PATIENCE_MS : ladder.patienceMs
    return { ...ladder, calmSince, patienceMs }
  }
  const next = ladder.rung + 1
  const fits = next === TINY || now.availableKbps === null || now.availableKbps >= needsOf(next)
  if (calmMs < ladder.patienceMs * (fits ? 1 : DOUBT)) return { ...ladder, calmSince }
  return { ...ladder, rung: next, changedAt: now.at, climbed: true, calmSince: null }
}

export type QualityWord = 'unknown' | 'good' | 'fair' | 'poor'

/**
 * A word for the connection. Good: under the guide's 100 ms and under 1% lost; poor: from 300 ms (G.114, both ways) or
 * 5% lost, where speech starts to break; fair between.
 */
export function qualityOf(roundTripMs: number | null, loss: number | null): QualityWord {
  if (roundTripMs === null && loss === null) return 'unknown'
  if ((roundTripMs ?? 0) >= NATURAL_ROUND_TRIP_MS || (loss ?? 0) >= 0.05) return 'poor'
  if ((roundTripMs ?? 0) < GUIDE_ROUND_TRIP_MS && (loss ?? 0) < 0.01) return 'good'
  return 'fair'
}
