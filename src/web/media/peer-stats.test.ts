import { expect, test } from 'vitest'
import { arrivingOf, measuredBetween, readTotals, shareOf, type Totals } from './peer-stats.ts'

const report = (...entries: Record<string, unknown>[]) =>
  new Map(entries.map((entry, i) => [String(i), { id: String(i), ...entry }])) as unknown as RTCStatsReport

const PAIR = {
  type: 'candidate-pair',
  id: 'pair',
  state: 'succeeded',
  nominated: true,
  currentRoundTripTime: 0.08,
  bytesSent: 1000,
  bytesReceived: 2000,
  localCandidateId: 'here',
  remoteCandidateId: 'there',
  timestamp: 5000,
}
const SOUND = {
  type: 'inbound-rtp',
  kind: 'audio',
  packetsReceived: 100,
  packetsLost: 2,
  totalSamplesReceived: 96_000,
  concealedSamples: 9600,
  silentConcealedSamples: 4800,
}
const PICTURE = {
  type: 'inbound-rtp',
  kind: 'video',
  packetsReceived: 300,
  framesDecoded: 60,
  frameWidth: 720,
  frameHeight: 1280,
}

test('[C18] Chromium names the pair in its transport, Firefox marks the pair itself', () => {
  const other = { ...PAIR, id: 'other', currentRoundTripTime: 9 }
  const transport = { type: 'transport', selectedCandidatePairId: 'pair' }
  expect(readTotals(report(other, PAIR, transport), 0)).toMatchObject({ pair: 'pair', roundTripMs: 80 })
  expect(readTotals(report(other, { ...PAIR, selected: true }), 0)).toMatchObject({ pair: 'pair', roundTripMs: 80 })
  expect(readTotals(report(), 0)).toMatchObject({ pair: null, path: null, roundTripMs: null, availableKbps: null })
})

test('[C18] what was carried is counted on when another pair takes over', () => {
  const transport = { type: 'transport', selectedCandidatePairId: 'pair', bytesSent: 7000, bytesReceived: 9000 }
  expect(readTotals(report(PAIR, transport), 0)).toMatchObject({ bytesSent: 7000, bytesReceived: 9000 })
  expect(readTotals(report(PAIR), 0)).toMatchObject({ bytesSent: 1000, bytesReceived: 2000 })
})

test('[C18] a relay at either end is a relayed path', () => {
  const end = (id: string, candidateType: string) => ({ id, type: 'local-candidate', candidateType })
  expect(readTotals(report(PAIR, end('here', 'host'), end('there', 'srflx')), 0).path).toBe('direct')
  expect(readTotals(report(PAIR, end('here', 'host'), end('there', 'relay')), 0).path).toBe('relayed')
})

test('[C18] silence that stands for silence is no invented sound, and lines are those of the shorter side', () => {
  const totals = readTotals(report(PAIR, SOUND, PICTURE), 0)
  expect(totals).toMatchObject({ soundPlayedMs: 2000, soundConcealedMs: 100, lines: 720, framesDecoded: 60 })
  expect(totals).toMatchObject({ packetsReceived: 400, packetsLost: 2, soundPackets: 100 })
})

test('[C12] an estimate of nothing is no estimate', () => {
  expect(readTotals(report({ ...PAIR, availableOutgoingBitrate: 0 }), 0).availableKbps).toBeNull()
})

const at = (ms: number, change: Partial<Totals> = {}): Totals => ({
  ...readTotals(report(PAIR, SOUND, PICTURE), ms),
  countedAt: ms,
  soundPackets: ms / 20,
  ...change,
})

test('[C18] figures are those of the time between, the worse direction counting for loss', () => {
  const later = at(2000, { bytesReceived: 252_000, packetsReceived: 500, packetsLost: 3, framesDecoded: 120 })
  const measured = measuredBetween(at(0), later, { roundTripMs: 42, lossOut: 0.05 })
  expect(measured).toMatchObject({
    roundTripMs: 42,
    loss: 0.05,
    downKbps: 1000,
    upKbps: 0,
    receivedFps: 30,
    receivedHeight: 720,
  })
})

test('[C18] a picture that stands still has no lines', () => {
  expect(measuredBetween(at(0), at(2000), { roundTripMs: null, lossOut: null })).toMatchObject({
    receivedFps: 0,
    receivedHeight: null,
  })
})

test('[C10] arriving sound is measured against what usually comes', () => {
  const history = [0, 500, 1000, 1500, 1600, 1700, 1800].map((ms) => at(ms))
  expect(arrivingOf(history)).toBeCloseTo(1)
  expect(arrivingOf([...history, at(1900, { soundPackets: 91 }), at(2000, { soundPackets: 91 })])).toBeLessThan(0.2)
})

test('[C12] with too little history, or where no sound is usual, arriving sound is not known', () => {
  expect(arrivingOf([])).toBeNull()
  expect(arrivingOf([at(0), at(200), at(400)])).toBeNull()
  expect(arrivingOf([0, 500, 1500, 1800, 2000].map((ms) => at(ms, { soundPackets: 0 })))).toBeNull()
})

test('[C18] a share of nothing is not known', () => {
  expect([shareOf(0, 0), shareOf(1, 3), shareOf(-2, 10)]).toEqual([null, 0.25, 0])
})
