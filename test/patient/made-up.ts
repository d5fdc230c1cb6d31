// Made-up people, clinics, clocks and connections for the tests of the patient's page.
import type { AreaWelcome, PatientFacing } from '#contract/area'
import type { AnswerValues, ClientMessage, ServerMessage } from '#contract/realtime'
import type { PatientView, SeenState } from '#contract/visit'
import { createStore, type Store } from '../../src/web/kit/store.ts'
import type { Connection } from '../../src/web/net/socket.ts'
import { NO_TALK, TALKING } from '../made-up-plan.ts'

export const NINE = Date.UTC(2027, 2, 1, 9)

/** Of the settings, what patients are shown. */
export const FACING: PatientFacing = {
  shortCode: 'FTHP47',
  logo: null,
  support: { phone: '01632 960 100', email: '' },
  waiting: { messages: [], sound: false, joinsByItself: true, recall: false },
}

export const WELCOME: AreaWelcome = {
  areaId: '0a000000-0000-4000-8000-000000000001',
  slug: 'foot-clinic',
  name: 'Foot clinic',
  serviceName: 'Podiatry',
  organisationName: 'Hillside Health',
  sample: false,
  about: 'See a podiatrist by video.',
  consent: 'We keep your details for one hour.',
  ...FACING,
  fields: { lastName: 'required', dateOfBirth: 'required', phone: 'optional' },
  questions: [],
  openBlocks: [],
  plan: TALKING,
  openness: { state: 'open' },
  now: NINE,
}

export const TYPED = {
  firstName: 'Nia',
  lastName: 'Pugh',
  birth: { day: '4', month: '11', year: '1951' },
  phone: '07700 900 456',
  answers: {},
  consent: true,
}

export const WAITING: PatientView['state'] = { status: 'waiting', place: 2, delay: { kind: 'unknown' } }
export const SEEN: SeenState = {
  status: 'being-seen',
  participantId: 'remote',
  practitionerName: 'Dev Rao',
  practitionerTitle: 'Podiatrist',
  since: NINE,
}

export function viewOf(state: PatientView['state'], more: Partial<PatientView> = {}): PatientView {
  return {
    visitId: '0b000000-0000-4000-8000-000000000001',
    firstName: 'Nia',
    area: {
      slug: WELCOME.slug,
      name: WELCOME.name,
      serviceName: WELCOME.serviceName,
      organisationName: WELCOME.organisationName,
      sample: false,
      ...FACING,
    },
    phone: '07700 900 456',
    phoneMe: false,
    phoning: null,
    arrivedAt: NINE,
    state,
    plan: TALKING,
    talk: NO_TALK,
    equipment: null,
    messages: [],
    now: NINE,
    revision: NINE,
    ...more,
  }
}

/** A clock turned by hand. */
export function handClock() {
  let at = 0
  let waiting: { due: number; run: () => void }[] = []
  return {
    later(run: () => void, ms: number) {
      const one = { due: at + ms, run }
      waiting.push(one)
      return () => {
        waiting = waiting.filter((other) => other !== one)
      }
    },
    /** Lets `ms` pass, and whatever was asked for then happen. */
    async pass(ms: number) {
      const end = at + ms
      for (;;) {
        const next = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        at = next.due
        waiting = waiting.filter((other) => other !== next)
        next.run()
        await settled()
      }
      at = end
    },
  }
}

/** Lets everything that is only waiting for a promise go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

export type Opening = AnswerValues['patient.open']

/** A connection whose server is the test. `opening` answers each `patient.open`. */
export function fakeConnection(opening: (claim: boolean) => Opening) {
  const link: Store<'connecting' | 'open' | 'lost'> = createStore<'connecting' | 'open' | 'lost'>('connecting')
  const listeners = new Set<(heard: ServerMessage) => void>()
  const said: ClientMessage[] = []
  let onOpen: (connection: Connection) => Promise<void> = async () => {}
  const told = { woken: 0, closed: false }
  const connection: Connection = {
    link,
    async send(what) {
      said.push(what)
      return (what.type === 'patient.open' ? opening(what.claim) : null) as never
    },
    on(type, listener) {
      const one = (heard: ServerMessage) => {
        if (heard.type === type) listener(heard as never)
      }
      listeners.add(one)
      return () => listeners.delete(one)
    },
    wake() {
      told.woken++
    },
    close() {
      told.closed = true
    },
  }
  return {
    said,
    told,
    ofType: <T extends ClientMessage['type']>(type: T) =>
      said.filter((one): one is Extract<ClientMessage, { type: T }> => one.type === type),
    connect(run: typeof onOpen): Connection {
      onOpen = run
      return connection
    },
    /** The socket stands (again). */
    async open() {
      await onOpen(connection).then(
        () => link.set('open'),
        () => link.set('lost'),
      )
      await settled()
    },
    lose: () => link.set('lost'),
    async push(heard: ServerMessage) {
      for (const listener of [...listeners]) listener(heard)
      await settled()
    },
  }
}
