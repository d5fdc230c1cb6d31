// One visit as the patient's page lives it: snapshots, calls, messages, another page, sleep.
import { beforeEach, describe, expect, it } from 'vitest'
import type { CallTicket } from '#contract/call'
import type { MessageView } from '#contract/shapes'
import type { PatientView } from '#contract/visit'
import { Refusal } from '../net/api.ts'
import { type FakeEngine, fakeEngine, fakeLocal } from '../screens/call/fake-call.ts'
import { fakeConnection, handClock, NINE, type Opening, SEEN, settled, viewOf, WAITING } from './made-up.ts'
import { openVisit } from './open-visit.ts'

const ticket = (callId: string): CallTicket => ({
  callId,
  engine: 'peer',
  polite: true,
  iceServers: [],
  iceTransportPolicy: 'all',
})

const ENDED: PatientView['state'] = { status: 'ended', outcome: 'completed', afterText: '' }

function setUp(first = viewOf(WAITING), local = fakeLocal()) {
  const opened: FakeEngine[] = []
  const world = { opening: (): Opening => ({ view: first, holder: true, liveCallId: null }) }
  const server = fakeConnection(() => world.opening())
  const clock = handClock()
  const posts: string[] = []
  const post = { answer: async (id: string, text: string): Promise<MessageView> => stored(id, text) }
  const visit = openVisit(first, 'page-0000000000000000', local, {
    connect: server.connect,
    openEngine(of, send) {
      const engine = fakeEngine(of, null as never, send)
      opened.push(engine)
      return engine
    },
    http: {
      message(id, text) {
        posts.push(id)
        return post.answer(id, text)
      },
      update: async ({ phoneMe }) => viewOf(WAITING, { phoneMe }),
      leave: async () => viewOf({ status: 'ended', outcome: 'left', afterText: '' }),
    },
    newId: () => `message-${posts.length}`,
    now: () => NINE - 60_000,
    later: clock.later,
  })
  const push = (state: PatientView['state'], more: Partial<PatientView> = {}) =>
    server.push({ type: 'visit', view: viewOf(state, more) })
  const offer = (callId: string) => server.push({ type: 'call.offered', ticket: ticket(callId) })
  const live = (callId: string) => server.push({ type: 'call.live', callId })
  const engine = (callId: string) => {
    const found = opened.findLast((one) => one.callId === callId)
    if (!found) throw new Error(`no engine for ${callId}`)
    return found
  }
  return { visit, server, local, clock, posts, post, world, push, offer, live, engine, opened }
}

const stored = (id: string, text: string): MessageView => ({ id, from: 'patient', authorName: 'Nia', text, at: NINE })

let page: ReturnType<typeof setUp>
beforeEach(async () => {
  page = setUp()
  await page.server.open()
})

describe('calls', () => {
  it('[P24] a prepared call carries nothing until it is live and the visit is being seen', async () => {
    await page.offer('call-a')
    expect(page.visit.engine.get()).toBeNull()
    expect(page.engine('call-a').told.flowing).toBe(false)
    await page.live('call-a')
    expect(page.engine('call-a').told.flowing).toBe(false)
    await page.push(SEEN)
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P24] on hold nothing flows, and the call stays prepared', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push({ ...SEEN, status: 'on-hold' } as PatientView['state'])
    expect(page.engine('call-a').told).toMatchObject({ flowing: false, closed: false })
    await page.push(SEEN)
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P24] a new engine gets the tracks that run, and every later change', async () => {
    const audio = { kind: 'audio' } as MediaStreamTrack
    page.local.state.update((now) => ({ ...now, audio }))
    await page.offer('call-a')
    expect(page.engine('call-a').told.outgoing).toEqual({ audio, video: null })
    page.local.state.update((now) => ({ ...now, audio: null }))
    expect(page.engine('call-a').told.outgoing).toEqual({ audio: null, video: null })
  })

  it('[P25] three calls are kept prepared, the oldest gives way, and a released one is closed', async () => {
    for (const callId of ['call-a', 'call-b', 'call-c', 'call-d']) await page.offer(callId)
    expect(page.opened.map((engine) => engine.told.closed)).toEqual([true, false, false, false])
    await page.server.push({ type: 'call.released', callId: 'call-c' })
    expect(page.opened.map((engine) => engine.told.closed)).toEqual([true, false, true, false])
    await page.live('call-d')
    expect(page.opened.map((engine) => engine.told.closed)).toEqual([true, true, true, false])
  })

  it('[P26] a call named live before it is offered is live when it comes', async () => {
    await page.live('call-a')
    await page.push(SEEN)
    expect(page.visit.engine.get()).toBeNull()
    await page.offer('call-a')
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    expect(page.engine('call-a').told.flowing).toBe(true)
  })

  it('[P26] a rejoined call replaces the one before it', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.offer('call-b')
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
    await page.live('call-b')
    expect(page.visit.engine.get()).toBe(page.engine('call-b'))
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.engine('call-b').told.flowing).toBe(true)
  })

  it('[P26] signals reach only the call they are for', async () => {
    await page.offer('call-a')
    await page.offer('call-b')
    await page.server.push({ type: 'call.signal', callId: 'call-b', payload: { candidate: null } })
    expect(page.engine('call-a').heard).toEqual([])
    expect(page.engine('call-b').heard).toEqual([{ candidate: null }])
    page.engine('call-a').send({ candidate: null })
    expect(page.server.said.at(-1)).toEqual({ type: 'call.signal', callId: 'call-a', payload: { candidate: null } })
  })

  it('[P27] sent back to waiting, the live call is closed', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push(WAITING)
    expect(page.visit.engine.get()).toBeNull()
    expect(page.engine('call-a').told.closed).toBe(true)
  })

  it('[P27] a "waiting" that was said before the call became live does not end it', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(WAITING)
    await page.push(SEEN)
    expect(page.visit.engine.get()).toBe(page.engine('call-a'))
  })

  it('[P27] a lost connection closes no call; back again, only a broken path is tried again', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    page.world.opening = () => ({ view: viewOf(SEEN), holder: true, liveCallId: 'call-a' })
    page.server.lose()
    await page.server.open()
    expect(page.engine('call-a').told).toMatchObject({ closed: false, flowing: true, restarts: 0 })
    page.engine('call-a').state.update((now) => ({ ...now, link: 'reconnecting' }))
    await page.server.open()
    expect(page.engine('call-a').told.restarts).toBe(1)
    expect(page.server.ofType('patient.open').map(({ claim }) => claim)).toEqual([true, false, false])
  })

  it('[P27] at the end everything is closed', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.push(ENDED)
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.local.asked).toContain('close')
    expect(page.server.told.closed).toBe(true)
  })
})

describe('the connection', () => {
  it('[P18] while it is lost the last snapshot stays', async () => {
    page.server.lose()
    expect(page.visit.link.get()).toBe('lost')
    expect(page.visit.view.get().state).toEqual(WAITING)
  })

  it('[P21] waking connects again and tries a broken path', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    page.engine('call-a').state.update((now) => ({ ...now, link: 'reconnecting' }))
    page.visit.wake()
    expect(page.server.told.woken).toBe(1)
    expect(page.engine('call-a').told.restarts).toBe(1)
  })

  it('[P23] an older snapshot never replaces a newer one', async () => {
    await page.push({ ...WAITING, place: 1 } as PatientView['state'], { now: NINE + 10 })
    await page.push({ ...WAITING, place: 3 } as PatientView['state'], { now: NINE + 5 })
    expect(page.visit.view.get().state).toMatchObject({ place: 1 })
  })

  it('tells the time of the server, whatever this clock says', () => {
    expect(page.visit.serverNow()).toBe(NINE)
  })

  it('[P29] a visit the server no longer knows has ended', async () => {
    page.world.opening = () => {
      throw new Refusal('access/sign-in-needed')
    }
    await page.server.open()
    expect(page.visit.view.get().state).toEqual({ status: 'ended', outcome: 'not-returned', afterText: '' })
    expect(page.server.told.closed).toBe(true)
  })
})

describe('equipment', () => {
  it('[P15] is told at the start and at every change, once', async () => {
    const told = () => page.server.ofType('patient.equipment').map(({ picture, sound }) => `${picture} ${sound}`)
    expect(told()).toEqual(['works works'])
    await page.visit.setMuted(true)
    await page.visit.setMuted(true)
    await page.visit.setCameraOn(false)
    page.local.state.update((now) => ({ ...now, camera: 'busy' }))
    expect(told()).toEqual(['works works', 'works off', 'off off', 'none off'])
    await page.server.open()
    expect(told().at(-1)).toBe('none off')
    expect(told()).toHaveLength(5)
  })
})

describe('messages', () => {
  it('[P19] a message stays on the screen and is sent until it is stored, with one id', async () => {
    page.post.answer = async () => {
      throw new Refusal('offline')
    }
    page.visit.sendMessage('  I am here  ')
    await settled()
    expect(page.visit.messages.get()).toMatchObject([{ text: 'I am here', status: 'sending', authorName: 'Nia' }])
    await page.clock.pass(3500)
    page.post.answer = async (id, text) => stored(id, text)
    await page.server.open()
    expect(page.visit.messages.get()).toMatchObject([{ text: 'I am here', status: 'stored' }])
    expect(new Set(page.posts).size).toBe(1)
    expect(page.posts.length).toBeGreaterThan(2)
  })

  it('[P19] a message that a snapshot already brought is shown once', async () => {
    let answer: (message: MessageView) => void = () => {}
    page.post.answer = () => new Promise((resolve) => (answer = resolve))
    page.visit.sendMessage('Hello')
    const [line] = page.visit.messages.get()
    await page.push(WAITING, { messages: [stored(line?.id ?? '', 'Hello')] })
    expect(page.visit.messages.get()).toHaveLength(1)
    answer(stored(line?.id ?? '', 'Hello'))
    await settled()
    expect(page.visit.messages.get()).toMatchObject([{ status: 'stored' }])
  })

  it('[P19] nothing blank is sent', () => {
    page.visit.sendMessage('   ')
    expect(page.visit.messages.get()).toEqual([])
  })
})

describe('another page of the same person', () => {
  it('[P20] takes over: this one stops its camera and its calls, and hears of no new ones', async () => {
    await page.offer('call-a')
    await page.live('call-a')
    await page.push(SEEN)
    await page.server.push({ type: 'taken-over' })
    expect(page.visit.takenOver.get()).toBe(true)
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.local.state.get()).toMatchObject({ camera: 'off', microphone: 'off' })
    await page.offer('call-b')
    expect(page.opened).toHaveLength(1)
  })

  it('[P20] and this one can claim the visit back, as it was', async () => {
    await page.server.push({ type: 'taken-over' })
    page.visit.useThisPage()
    await settled()
    expect(page.visit.takenOver.get()).toBe(false)
    expect(page.server.ofType('patient.open').at(-1)).toMatchObject({ claim: true })
    expect(page.local.state.get()).toMatchObject({ camera: 'on', microphone: 'on' })
  })

  it('[P20] a page that comes back and finds another holding gives way', async () => {
    page.world.opening = () => ({ view: viewOf(WAITING), holder: false, liveCallId: null })
    page.server.lose()
    await page.server.open()
    expect(page.visit.takenOver.get()).toBe(true)
  })
})

describe('ways out', () => {
  it('[P13] being phoned instead, and leaving', async () => {
    await page.visit.setPhoneMe(true)
    expect(page.visit.view.get().phoneMe).toBe(true)
    await page.visit.leave()
    expect(page.visit.view.get().state).toMatchObject({ status: 'ended', outcome: 'left' })
  })
})
