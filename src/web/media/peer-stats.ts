// Reads a connection's statistics into one flat set of totals, and turns two of them into what is measured now. The only
// place that knows the browsers' statistics names and their differences.
import type { Measured } from './engine.ts'

export const NOTHING_MEASURED: Measured = {
  roundTripMs: null,
  loss: null,
  upKbps: null,
  downKbps: null,
  receivedHeight: null,
  receivedFps: null,
  path: null,
}

/** Totals of one moment. Null: the browser does not say. */
export interface Totals {
  /** `performance.now()` when asked for. */
  readonly at: number
  /** When the browser counted (ms, a clock of its own): a busy page asks and is answered at uneven times. */
  readonly countedAt: number
  readonly path: 'direct' | 'relayed' | null
  /** Which candidate pair carries: another one has another floor. */
  readonly pair: string | null
  readonly roundTripMs: number | null
  readonly availableKbps: number | null
  readonly bytesSent: number
  readonly bytesReceived: number
  readonly packetsReceived: number
  readonly packetsLost: number
  readonly soundPackets: number
  readonly soundPlayedMs: number
  readonly soundConcealedMs: number
  readonly framesDecoded: number
  readonly lines: number | null
}

type Entry = Record<string, string | number | boolean | undefined>
const num = (value: Entry[string]) => (typeof value === 'number' && Number.isFinite(value) ? value : null)

export function readTotals(report: RTCStatsReport, at: number): Totals {
  const entries: Entry[] = []
  report.forEach((entry: Entry) => {
    entries.push(entry)
  })
  const pair = selectedPair(entries)
  // The transport counts on when the pair changes; Firefox has only the pair.
  const carried = entries.find((entry) => entry.type === 'transport') ?? pair
  const inbound = entries.filter((entry) => entry.type === 'inbound-rtp')
  const sound = inbound.find((entry) => entry.kind === 'audio')
  const picture = inbound.find((entry) => entry.kind === 'video')
  const rate = sampleRate(sound)
  // Concealment while nothing is sent (muted, held, over) is silence played as silence, and no harm to anybody.
  const invented = (num(sound?.concealedSamples) ?? 0) - (num(sound?.silentConcealedSamples) ?? 0)
  const width = num(picture?.frameWidth)
  const height = num(picture?.frameHeight)
  const trip = num(pair?.currentRoundTripTime)
  const available = num(pair?.availableOutgoingBitrate)
  const sum = (key: string) => inbound.reduce((total, entry) => total + (num(entry[key]) ?? 0), 0)
  return {
    at,
    countedAt: num(pair?.timestamp) ?? at,
    path: pathOf(entries, pair),
    pair: typeof pair?.id === 'string' ? pair.id : null,
    roundTripMs: trip === null ? null : trip * 1000,
    // A path just chosen has no estimate yet, and says 0.
    availableKbps: available ? available / 1000 : null,
    bytesSent: num(carried?.bytesSent) ?? 0,
    bytesReceived: num(carried?.bytesReceived) ?? 0,
    packetsReceived: sum('packetsReceived'),
    packetsLost: Math.max(0, sum('packetsLost')),
    soundPackets: num(sound?.packetsReceived) ?? 0,
    soundPlayedMs: ((num(sound?.totalSamplesReceived) ?? 0) * 1000) / rate,
    soundConcealedMs: (Math.max(0, invented) * 1000) / rate,
    framesDecoded: num(picture?.framesDecoded) ?? 0,
    lines: width && height ? Math.min(width, height) : null,
  }
}

/** Opus counts at 48 kHz; Chromium plays at the rate of the output, so the rate is taken from the samples themselves. */
function sampleRate(sound: Entry | undefined): number {
  const samples = num(sound?.totalSamplesReceived)
  const seconds = num(sound?.totalSamplesDuration)
  return samples && seconds ? samples / seconds : 48_000
}

function selectedPair(entries: readonly Entry[]): Entry | undefined {
  const transport = entries.find((entry) => entry.type === 'transport' && entry.selectedCandidatePairId)
  const pairs = entries.filter((entry) => entry.type === 'candidate-pair')
  if (transport) return pairs.find((pair) => pair.id === transport.selectedCandidatePairId)
  // Firefox has no transport entry and marks the pair itself.
  return pairs.find((pair) => pair.selected) ?? pairs.find((pair) => pair.nominated && pair.state === 'succeeded')
}

function pathOf(entries: readonly Entry[], pair: Entry | undefined): Totals['path'] {
  if (!pair) return null
  const ends = [pair.localCandidateId, pair.remoteCandidateId]
  return entries.some((entry) => ends.includes(entry.id) && entry.candidateType === 'relay') ? 'relayed' : 'direct'
}

/** Over how long sound packets are counted: five of them at the usual 20 ms. */
const ARRIVING_OVER_MS = 95

/** Share of the usual sound packets that came in the last 100 ms; null when it cannot be said. `history` spans seconds. */
export function arrivingOf(history: readonly Totals[]): number | null {
  const now = history.at(-1)
  const first = history[0]
  const recent = history.findLast((totals) => (now?.countedAt ?? 0) - totals.countedAt >= ARRIVING_OVER_MS)
  if (!now || !first || !recent || recent.countedAt - first.countedAt < 1000) return null
  const usual = (recent.soundPackets - first.soundPackets) / (recent.countedAt - first.countedAt)
  const expected = usual * (now.countedAt - recent.countedAt)
  return expected < 4 ? null : (now.soundPackets - recent.soundPackets) / expected
}

/** Share lost between two totals, 0 to 1; null when nothing was sent. */
export function shareOf(bad: number, good: number): number | null {
  const all = bad + good
  return all <= 0 ? null : Math.min(1, Math.max(0, bad / all))
}

/**
 * What is measured between two totals one second or more apart. `roundTripMs` and `lossOut` are better known to the
 * state channel, where there is one.
 */
export function measuredBetween(
  before: Totals,
  now: Totals,
  known: { roundTripMs: number | null; lossOut: number | null },
): Measured {
  const seconds = Math.max(0.001, (now.countedAt - before.countedAt) / 1000)
  const kbps = (bytes: number) => Math.max(0, Math.round((bytes * 8) / 1000 / seconds))
  const frames = now.framesDecoded - before.framesDecoded
  const lossIn = shareOf(now.packetsLost - before.packetsLost, now.packetsReceived - before.packetsReceived)
  const worse = Math.max(lossIn ?? -1, known.lossOut ?? -1)
  return {
    roundTripMs: known.roundTripMs ?? now.roundTripMs,
    loss: worse < 0 ? null : worse,
    upKbps: kbps(now.bytesSent - before.bytesSent),
    downKbps: kbps(now.bytesReceived - before.bytesReceived),
    receivedHeight: frames > 0 ? now.lines : null,
    receivedFps: Math.max(0, Math.round(frames / seconds)),
    path: now.path,
  }
}
