// One visit as the patient's page lives it: snapshots, messages, equipment, another page, sleep.
import { beforeEach, describe, expect, it } from 'vitest'
import type { MessageView } from '#contract/shapes'
import type { PatientView } from '#contract/visit'
import { NINE, SEEN, settled, viewOf, WAITING } from '../../../test/patient/made-up.ts'
import { madeUpVisit, stored, VISIT } from '../../../test/patient/made-up-visit.ts'
import { Refusal } from '../net/api.ts'

let page: ReturnType<typeof madeUpVisit>
beforeEach(async () => {
  page = madeUpVisit()
  await page.server.open()
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
    await page.push({ ...WAITING, place: 1 } as PatientView['state'], { revision: NINE + 10 })
    await page.push({ ...WAITING, place: 3 } as PatientView['state'], { revision: NINE + 5 })
    expect(page.visit.view.get().state).toMatchObject({ place: 1 })
  })

  it('[LV10] what was read later counts, also where the server’s clock was set back', async () => {
    await page.push(SEEN, { now: NINE - 3_600_000, revision: NINE + 1 })
    expect(page.visit.view.get().state).toMatchObject({ status: 'being-seen' })
    await page.push(WAITING, { now: NINE + 3_600_000, revision: NINE })
    expect(page.visit.view.get().state).toMatchObject({ status: 'being-seen' })
  })

  it('[P16] a place that is told alone changes nothing else, and stays until a view was read after it', async () => {
    const said = [stored('message-a', 'Are you there?')]
    const state = () => page.visit.view.get().state
    await page.push(WAITING, { revision: NINE + 5, messages: said })
    await page.place({ place: 1, delay: { kind: 'said', minutes: 20, at: 0 }, revision: NINE + 10 })
    const moved = { status: 'waiting', place: 1, delay: { kind: 'said', minutes: 20, at: 0 } } as const
    expect(page.visit.view.get()).toEqual(viewOf(moved, { revision: NINE + 5, messages: said }))
    await page.push(WAITING, { revision: NINE + 8 })
    expect(state()).toEqual(moved)
    await page.push(WAITING, { revision: NINE + 11 })
    expect(state()).toEqual(WAITING)
    await page.place({ ...moved, revision: NINE + 10 })
    expect(state()).toEqual(WAITING)
    await page.push(SEEN, { revision: NINE + 12 })
    await page.place({ ...moved, revision: NINE + 13 })
    expect(state()).toEqual(SEEN)
  })

  it('[P16] after a new connection what the server then says counts, also where its clock is behind', async () => {
    await page.place({ place: 1, delay: { kind: 'unknown' }, revision: NINE + 60_000 })
    await page.server.open()
    expect(page.visit.view.get().state).toEqual(WAITING)
  })

  it('tells the time of the server, whatever this clock says', () => {
    expect(page.visit.serverNow()).toBe(NINE)
  })

  it('[P29] a visit the server no longer knows has ended', async () => {
    page.world.opening = () => {
      throw new Refusal('access/sign-in-needed')
    }
    await page.server.open()
    expect(page.visit.view.get().state).toEqual({
      status: 'ended',
      outcome: 'not-returned',
      afterText: '',
      afterLink: null,
    })
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

  it('[M8] a message that is heard stands in the thread; one of another visit does not', async () => {
    const hear = (visitId: string, id: string) =>
      page.server.push({ type: 'message', visitId, message: { ...stored(id, id), from: 'clinic' } })
    await hear(page.visit.view.get().visitId, 'message-a')
    await hear('another', 'message-b')
    expect(page.visit.messages.get()).toMatchObject([{ text: 'message-a', status: 'stored' }])
    await page.push(WAITING, { now: NINE + 20, messages: [] })
    expect(page.visit.messages.get()).toHaveLength(1)
  })

  it('[M7] earlier ones come when they are asked for, and stay when a snapshot comes', async () => {
    const newest = [stored('message-c', 'Third')]
    await page.push(WAITING, { now: NINE + 5, messages: newest, earlierMessages: true })
    const asked: string[] = []
    page.earlier.answer = async (id) => {
      asked.push(id)
      return { messages: [{ ...stored('message-a', 'First'), at: NINE - 2 }] }
    }
    await page.visit.showEarlier()
    expect(asked).toEqual(['message-c'])
    expect(page.visit.messages.get()).toMatchObject([{ text: 'First' }, { text: 'Third' }])
    expect(page.visit.view.get().earlierMessages).toBeUndefined()
    await page.push(WAITING, { now: NINE + 9, messages: newest, earlierMessages: true })
    expect(page.visit.messages.get()).toHaveLength(2)
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
    await page.server.push({ type: 'taken-over', visitId: VISIT })
    expect(page.visit.takenOver.get()).toBe(true)
    expect(page.engine('call-a').told.closed).toBe(true)
    expect(page.local.state.get()).toMatchObject({ camera: 'off', microphone: 'off' })
    await page.offer('call-b')
    expect(page.opened).toHaveLength(1)
  })

  it('[P20] and this one can claim the visit back, as it was', async () => {
    await page.server.push({ type: 'taken-over', visitId: VISIT })
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
    page.visit.bePhoned(null)
    expect(page.visit.view.get().phoneMe).toBe(true)
    await page.visit.leave()
    expect(page.visit.view.get().state).toMatchObject({ status: 'ended', outcome: 'left' })
  })
})

it('[CS55] an answer about who is there names the list that was read; where nothing is asked, nothing is sent', async () => {
  await page.visit.answerCompanions('agreed')
  expect(page.said).toEqual([])
  const companions = [{ name: 'Ann, daughter', onCamera: false }]
  await page.push(SEEN, { companionsAsked: companions })
  await page.visit.answerCompanions('not-right')
  expect(page.said).toEqual([{ companions, answer: 'not-right' }])
})
