// The readiness card, its line in the queue and one's own list in each of their states, for looking at.
import type { EquipmentFindings } from '#domain/equipment'
import type { LiveFindings } from '#domain/equipment-judged'
import { judgeLive } from '#domain/equipment-verdict'
import { someFindings, weakFindings } from '../../../../test/made-up-findings.ts'
import type { Example } from '../../ui/example.ts'
import { OwnReadiness } from './own-readiness.tsx'
import { ReadinessCard } from './readiness-card.tsx'
import { ReadinessLine } from './readiness-line.tsx'
import type { Side } from './readiness-model.ts'
import { sideOf } from './sides.ts'

const NOW = Date.UTC(2026, 10, 20, 14, 5)
const YESTERDAY = NOW - 30 * 60 * 60_000
const theirs = (found: EquipmentFindings | null) => sideOf('patient', found, null)
const mine = (found: EquipmentFindings | null) => sideOf('practitioner', found, null)

const good = someFindings(NOW)
const blocked: EquipmentFindings = {
  ...weakFindings(NOW),
  camera: good.camera && { ...good.camera, state: 'refused', lines: null, fps: null, light: null },
}
const offline: EquipmentFindings = {
  ...weakFindings(NOW),
  connection: good.connection && {
    ...good.connection,
    state: 'offline',
    upMbps: null,
    downMbps: null,
    roundTripMs: null,
    lossPercent: null,
    open: null,
  },
}
const bare: EquipmentFindings = {
  ...someFindings(YESTERDAY),
  speaker: good.speaker && { ...good.speaker, headset: false },
}
const half: EquipmentFindings = { ...good, speaker: null, connection: null }

function live(role: 'patient' | 'practitioner', change: Partial<LiveFindings> = {}): Side {
  const measured: LiveFindings = {
    lines: 720,
    fps: 25,
    upMbps: 1.8,
    downMbps: 2.2,
    roundTripMs: 38,
    lossPercent: 0.4,
    path: 'direct',
    picture: 'showing',
    sound: 'on',
    ...change,
  }
  const about = { role, participants: 2, view: 'whole-body' } as const
  return { readiness: judgeLive(measured, good, about), found: good, live: measured }
}

const card = (name: string, patient: Side, own: Side, who = 'Jean'): Example => ({
  name,
  draw: () => <ReadinessCard name={who} patient={patient} own={own} now={NOW} onCheckOwn={() => {}} />,
})
const line = (name: string, patient: Side): Example => ({ name, draw: () => <ReadinessLine patient={patient} /> })

export const examples: readonly Example[] = [
  card('both ready', theirs(good), mine(good)),
  card('both weak', theirs(weakFindings(NOW)), mine(bare)),
  card('nothing known', theirs(null), mine(null)),
  card('only mine known', theirs(null), mine(bare)),
  card('half a check', theirs(half), mine(good)),
  card('camera blocked', theirs(blocked), mine(good)),
  card('no internet', theirs(offline), mine(good)),
  card('live', live('patient'), live('practitioner', { picture: 'paused-for-sound', path: 'relayed', lossPercent: 6 })),
  card('a long name', theirs(good), mine(null), 'Maximiliana-Theodora'),
  line('ready', theirs(good)),
  line('weak', theirs(weakFindings(NOW))),
  line('blocked', theirs(blocked)),
  line('not checked', theirs(null)),
  line('half', theirs(half)),
  { name: 'own, all good', draw: () => <OwnReadiness side={mine(good)} /> },
  { name: 'own, while it runs', draw: () => <OwnReadiness side={mine(half)} waiting /> },
  { name: 'own, weak', draw: () => <OwnReadiness side={mine(weakFindings(NOW))} /> },
]
