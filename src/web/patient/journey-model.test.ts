// The way from the link to the visit, with a server, a browser and a person that the test plays.
import { describe, expect, it } from 'vitest'
import type { AreaWelcome } from '#contract/area'
import type { ArriveBody, PatientView } from '#contract/visit'
import { Refusal } from '../net/api.ts'
import type { Draft } from '../screens/arrive/arrive-model.ts'
import type { Typed } from '../screens/arrive/typed.ts'
import { fakeLocal } from '../screens/call/fake-call.ts'
import type { EquipmentModel, EquipmentResult } from '../screens/equipment/equipment-model.ts'
import { createJourney, type Screen, type Wish } from './journey-model.ts'
import { handClock, NINE, settled, TYPED, viewOf, WAITING, WELCOME } from './made-up.ts'
import type { PatientVisitModel } from './visit-model.ts'

interface Play {
  welcome?: AreaWelcome | null
  /** What the server answers of the area; null: there is none; 'offline': nothing. */
  asked?: AreaWelcome | null | 'offline'
  own?: PatientView | null
  kept?: Wish | null
  typed?: Typed | null
}

function play({ welcome = WELCOME, asked = WELCOME, own = null, kept = null, typed = null }: Play = {}) {
  const server = { area: asked, own, arrive: null as Refusal | null, welcomes: 0, bodies: [] as ArriveBody[] }
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
          return { view: { get: () => view } } as unknown as PatientVisitModel
        },
      }
    },
    draft: () => paper,
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
async function toEquipment(one: ReturnType<typeof play>) {
  await settled()
  one.is('door').start?.()
  const { form } = one.is('details')
  form.type(TYPED)
  form.submit()
  await settled()
  one.is('equipment')
}

describe('the door', () => {
  it('[P1] stands before the server has answered anything, and asks it nothing of the area', async () => {
    const one = play()
    expect(one.is('door').welcome.name).toBe('Foot clinic')
    await settled()
    one.is('door')
    expect(one.server.welcomes).toBe(0)
  })

  it('[P1] is asked for when the page does not carry it', async () => {
    const one = play({ welcome: null })
    one.is('looking')
    await settled()
    one.is('door')
  })

  it('[P2] of a closed area has no start, and opens by itself', async () => {
    const shut = { ...WELCOME, openness: { state: 'closed', opensAt: NINE, timeZone: 'Europe/London' } } as const
    const one = play({ welcome: shut, asked: shut })
    await settled()
    expect(one.is('door').start).toBeNull()
    await one.clock.pass(30_000)
    expect(one.is('door').start).toBeNull()
    one.server.area = WELCOME
    await one.clock.pass(30_000)
    expect(one.is('door').start).not.toBeNull()
  })

  it('[P3] of a suspended area shows the words of its staff, and stays when the server does not answer', async () => {
    const shut = { ...WELCOME, openness: { state: 'suspended', message: 'Phone us.' } } as const
    const one = play({ welcome: shut, asked: 'offline' })
    await settled()
    await one.clock.pass(60_000)
    expect(one.is('door')).toMatchObject({ start: null, welcome: { openness: { message: 'Phone us.' } } })
  })

  it('[P4] is passed by who has a visit here already, and the camera is opened again', async () => {
    const one = play({ own: viewOf(WAITING), kept: 'video' })
    expect(one.is('looking').forVisit).toBe(true)
    await settled()
    expect(one.is('visit').cameBack).toBe(true)
    expect(one.local.asked).toEqual(['request camera microphone'])
  })

  it('[P4] also in another tab of that browser; and sound only stays sound only', async () => {
    const other = play({ own: viewOf(WAITING) })
    await settled()
    other.is('visit')
    const one = play({ own: viewOf(WAITING), kept: 'sound-only' })
    await settled()
    expect(one.local.asked).toEqual(['request microphone'])
  })

  it('[P4] is shown to who has a visit elsewhere, or one that ended', async () => {
    const elsewhere = viewOf(WAITING)
    const one = play({ own: { ...elsewhere, area: { ...elsewhere.area, slug: 'other' } } })
    await settled()
    one.is('door')
    const two = play({ own: viewOf({ status: 'ended', outcome: 'left', afterText: '' }) })
    await settled()
    two.is('door')
  })

  it('[P5] of no area says so; a silent server is tried again by itself', async () => {
    const nowhere = play({ welcome: null, asked: null })
    await settled()
    nowhere.is('not-found')
    const silent = play({ welcome: null, asked: 'offline' })
    await settled()
    silent.is('unreachable')
    silent.server.area = WELCOME
    await silent.clock.pass(3000)
    silent.is('door')
  })
})

describe('arriving', () => {
  it('[P15] sends who they are and what the check found, and forgets what was typed', async () => {
    const one = play()
    await toEquipment(one)
    one.check.done({ picture: 'works', sound: 'works' })
    await settled()
    expect(one.server.bodies).toMatchObject([{ firstName: 'Nia', picture: 'works', sound: 'works', phoneMe: false }])
    expect(one.is('visit').cameBack).toBe(false)
    expect(one.draft.typed).toBeNull()
    expect(one.memory.wish).toBe('video')
  })

  it('[P8] without a network nothing is lost, and it is sent again by itself', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('offline')
    one.check.done({ picture: 'works', sound: 'works' })
    await settled()
    expect(one.is('arriving').refused).toContain('internet')
    expect(one.draft.typed).toEqual(TYPED)
    one.server.arrive = null
    await one.clock.pass(3000)
    one.is('visit')
  })

  it('[P8] a refused detail leads back to the form, with everything in it', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('arrival/phone-not-valid', { field: 'phone' })
    one.check.done({ picture: 'works', sound: 'works' })
    await settled()
    const { form } = one.is('details')
    expect(form.state.get()).toMatchObject({ typed: TYPED })
    expect(Object.keys(form.state.get().errors)).toEqual(['phone'])
  })

  it('[P8] an area that closed meanwhile shows its shut door and keeps what was typed', async () => {
    const one = play()
    await toEquipment(one)
    one.server.arrive = new Refusal('area/suspended')
    one.server.area = { ...WELCOME, openness: { state: 'suspended', message: 'Phone us.' } }
    one.check.done({ picture: 'works', sound: 'works' })
    await settled()
    expect(one.is('door').start).toBeNull()
    expect(one.draft.typed).toEqual(TYPED)
  })

  it('[P8] a part of the page that does not load can be tried again', async () => {
    const one = play({ typed: TYPED })
    await settled()
    one.part.broken = true
    one.is('door').start?.()
    one.is('details').form.submit()
    await settled()
    const failed = one.is('load-failed')
    one.part.broken = false
    failed.tryAgain()
    await settled()
    one.is('equipment')
  })

  it('[P9] whoever wants to be phoned skips camera and sound', async () => {
    const one = play()
    await settled()
    one.journey.setWish('phone')
    const { form } = one.is('details')
    form.type(TYPED)
    form.submit()
    await settled()
    one.is('visit')
    expect(one.server.bodies).toMatchObject([{ phoneMe: true, picture: 'none', sound: 'none' }])
    expect(one.opened).toEqual(['visit'])
    expect(one.local.asked).toEqual([])
  })

  it('[P13] from the check, a phone call is one press away when the number is known', async () => {
    const one = play()
    await toEquipment(one)
    one.journey.setWish('phone')
    await settled()
    one.is('visit')
    expect(one.server.bodies).toMatchObject([{ phoneMe: true }])
    expect(one.local.asked).toEqual(['close'])
  })

  it('[P13] sound only can be chosen at the door, at the form and in the check', async () => {
    const early = play()
    await settled()
    early.journey.setWish('sound-only')
    const { form } = early.is('details')
    form.type(TYPED)
    form.submit()
    await settled()
    expect(early.opened).toEqual(['equipment sound only'])
    const late = play()
    await toEquipment(late)
    late.journey.setWish('sound-only')
    expect(late.check.soundOnly).toBe(1)
  })

  it('[P8] the back button goes back one step and loses nothing', async () => {
    const one = play()
    await toEquipment(one)
    one.journey.back()
    expect(one.is('details').form.state.get().typed).toEqual(TYPED)
    one.journey.back()
    one.is('door').start?.()
    expect(one.is('details').form.state.get().typed).toEqual(TYPED)
  })
})

describe('the end', () => {
  it('[P28] after a reload the end is still there, and one can start again at a fresh door', async () => {
    const one = play({ own: viewOf({ status: 'ended', outcome: 'not-returned', afterText: '' }), kept: 'video' })
    await settled()
    one.is('visit')
    expect(one.local.asked).toEqual([])
    one.journey.startAgain()
    await settled()
    one.is('door')
    expect(one.memory.wish).toBeNull()
    expect(one.server.welcomes).toBe(1)
  })
})
