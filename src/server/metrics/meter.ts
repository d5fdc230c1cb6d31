// Counts and times for Prometheus: requests by route as it was declared, messages by their type, pages, patients by
// waiting area, the database's pool and the process itself. No label ever holds what somebody typed.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Deps } from '../deps.ts'
import { poolFigures } from '../platform/db.ts'
import { consultationsUnderWay, patientsByArea, unchained } from './store.ts'

export interface Meter {
  request(method: string, route: string, status: number, seconds: number): void
  /** What there is to read now, in the text format of Prometheus. */
  read(): Promise<string>
  readonly contentType: string
}

export type MeterDeps = Pick<Deps, 'db' | 'hub' | 'events' | 'timers' | 'clock' | 'disk' | 'storing'>

/** From what nobody notices to what everybody does. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function openMeter({ db, hub, events, timers, clock, disk, storing }: MeterDeps): Meter {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'bedside_http_request_seconds',
    help: 'Requests by method, route and class of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const messages = new Histogram({
    name: 'bedside_socket_message_seconds',
    help: 'Messages over the socket by type and whether they were done.',
    labelNames: ['type', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  hub.onHandled((type, ok, seconds) => messages.observe({ type, outcome: ok ? 'done' : 'refused' }, seconds))
  new Gauge({
    name: 'bedside_open_pages',
    help: 'Pages that are connected to this process.',
    registers,
    collect() {
      this.set(hub.size())
    },
  })
  new Gauge({
    name: 'bedside_patients',
    help: 'Patients by waiting area, status, and whether their page is away.',
    labelNames: ['area', 'status', 'away'],
    registers,
    async collect() {
      this.reset()
      for (const { areaId, status, away, patients } of await patientsByArea(db))
        this.set({ area: areaId, status, away: String(away) }, patients)
    },
  })
  new Gauge({
    name: 'bedside_consultations',
    help: 'Consultations under way by waiting area and medium: video or phone.',
    labelNames: ['area', 'medium'],
    registers,
    async collect() {
      this.reset()
      for (const { areaId, medium, consultations } of await consultationsUnderWay(db))
        this.set({ area: areaId, medium }, consultations)
    },
  })
  new Gauge({
    name: 'bedside_audit_unchained',
    help: 'Entries of the audit that are written down and not in its chain yet.',
    registers,
    async collect() {
      this.set(await unchained(db))
    },
  })
  new Gauge({
    name: 'bedside_database_connections',
    help: 'Connections to the database of this process, and who waits for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, wanted } = poolFigures(db)
      this.set({ state: 'busy' }, total - idle)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'wanted' }, wanted)
    },
  })
  new Gauge({
    name: 'bedside_events_heard',
    help: 'Whether this process hears events: 1, or 0 while no heartbeat comes back.',
    registers,
    collect() {
      this.set(events.heard() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'bedside_events_reconnects',
    help: 'How often the connection for events was replaced since the start.',
    registers,
    collect() {
      this.set(events.reconnects())
    },
  })
  new Gauge({
    name: 'bedside_timer_failures',
    help: 'Rounds that failed one after the other, of timers that fail now; -1 for one that does not come to its end.',
    labelNames: ['timer'],
    registers,
    collect() {
      this.reset()
      for (const { name, failures, isStuck } of timers.failing()) this.set({ timer: name }, isStuck ? -1 : failures)
    },
  })
  new Gauge({
    name: 'bedside_clock_ahead_seconds',
    help: 'By how much the clock of this process is ahead of the database.',
    registers,
    async collect() {
      this.set((await clock.look()).aheadMs / 1000)
    },
  })
  new Gauge({
    name: 'bedside_clock_trusted',
    help: 'Whether the clocks are believed: 1, or 0 while they differ or one was set, and nothing is deleted.',
    registers,
    async collect() {
      this.set((await clock.look()).isTrusted ? 1 : 0)
    },
  })
  new Gauge({
    name: 'bedside_database_stores',
    help: 'Whether something could be stored when that was last tried, as it is whenever readiness is asked: 1 or 0.',
    registers,
    collect() {
      this.set(storing.works() ? 1 : 0)
    },
  })
  new Gauge({
    name: 'bedside_data_free_bytes',
    help: 'Room on the disk of the embedded database; absent where the database is elsewhere.',
    registers,
    async collect() {
      this.reset()
      const free = await disk.free()
      if (free !== null) this.set(free)
    },
  })
  return {
    request: (method, route, status, seconds) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    read: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
