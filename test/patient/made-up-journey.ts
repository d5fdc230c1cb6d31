// The patient's journey for tests: a server, a browser and a person that the test plays.
import { expect } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import type { ArriveBody, PatientView } from '#contract/visit'
import { Refusal } from '../../src/web/net/api.ts'
import type { Draft } from '../../src/web/patient/arrive/arrive-model.ts'
import type { Typed } from '../../src/web/patient/arrive/typed.ts'
import type { EquipmentModel, EquipmentResult } from '../../src/web/patient/equipment/equipment-model.ts'
import { createJourney, type Screen, type Wish } from '../../src/web/patient/journey-model.ts'
import type { PatientVisitModel } from '../../src/web/patient/visit-model.ts'
import { fakeLocal } from '../call/fake-call.ts'
import { handClock, NINE, SEEN, settled, TYPED, viewOf, WAITING, WELCOME } from './made-up.ts'

interface Play {
  welcome?: AreaWelcome | null
  /** What the server answers of the area; null: there is none; 'offline': nothing. */
  asked?: AreaWelcome | null | 'offline'
  own?: PatientView | null
  kept?: Wish | null
  typed?: Typed | null
  /** Whether the browser keeps cookies. */
  keeps?: boolean
}

/** The journey of one patient, with server, browser and person in the test's hands. */
export function play({
  welcome = WELCOME,
  asked = WELCOME,
  own = null,
  kept = null,
  typed = null,
  keeps = true,
}: Play = {}) {
  const server = {
    area: asked,
    own,
    arrive: null as Refusal | null,
    welcomes: 0,
    keeps,
    forgotten: 0,
    forget: null as Refusal | null,
    comeBack: viewOf(SEEN) as PatientView | Refusal,
    bodies: [] as ArriveBody[],
  }
  const memory = { wish: kept }
  const draft = { typed }
  const clock = handClock()
  const local = fakeLocal({ camera: 'not-asked', microphone: 'not-asked' })
  const opened: string[] = []
  const check = { done: (_: EquipmentResult) => {}, soundOnly: 0 }
  const part = { broken: false }
  const paper: Draft = {
    load: () => draft.typed,
    save: (now) => {
      draft.typed = now
    },
    clear: () => {
      draft.typed = null
    },
  }
  const journey = createJourney('foot-clinic', welcome, {
    http: {
      async welcome() {
        server.welcomes++
        if (server.area === 'offline') throw new Refusal('offline')
        if (server.area === null) throw new Refusal('area/not-found')
        return server.area
      },
      ownVisit: async () => server.own,
      keeps: async () => server.keeps,
      async forget(_visitId: string) {
        if (server.forget) throw server.forget
        server.forgotten++
        server.own = null
      },
      async comeBack() {
        if (server.comeBack instanceof Refusal) throw server.comeBack
        return server.comeBack
      },
      async arrive(_, body) {
        server.bodies.push(body)
        if (server.arrive) throw server.arrive
        return viewOf(WAITING, { phoneMe: body.phoneMe })
      },
    },
    async loadVisitPart() {
      if (part.broken) throw new Error('no network')
      return {
        openLocal: () => local,
        openEquipment(_, soundOnly, done) {
          opened.push(`equipment${soundOnly ? ' sound only' : ''}`)
          check.done = done
          return { chooseSoundOnly: () => check.soundOnly++, close() {} } as unknown as EquipmentModel
        },
        openVisit(view) {
          opened.push('visit')
          const close = () => void opened.push('visit closed')
          return { view: { get: () => view }, close } as unknown as PatientVisitModel
        },
      }
    },
    draft: () => paper,
    newAttempt: () => 'a'.repeat(32),
    memory: {
      load: () => memory.wish,
      save: (wish) => {
        memory.wish = wish
      },
    },
    now: () => NINE,
    later: clock.later,
  })
  const screen = () => journey.screen.get()
  const is = <A extends Screen['at']>(at: A) => {
    const now = screen()
    expect(now.at).toBe(at)
    return now as Extract<Screen, { at: A }>
  }
  return { journey, server, memory, draft, clock, local, opened, check, part, screen, is }
}

/** To the check of camera and sound, with everything typed. */
export async function toEquipment(one: ReturnType<typeof play>) {
  await settled()
  one.is('door').start?.()
  const { form } = one.is('details')
  form.type(TYPED)
  form.submit()
  await settled()
  one.is('equipment')
}
