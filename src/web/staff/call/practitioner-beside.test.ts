import { describe, expect, test } from 'vitest'
import type { CameraRequestAnswer } from '#contract/consultation'
import type { ConsultationView } from '#contract/visit'
import { words } from '#text/checklist'
import { fakeConsultation, VISIT } from '../../../../test/call/fake-consultation.ts'
import { type } from '../../../../test/call/fake-note.ts'
import { settled } from '../../../../test/call/fake-time.ts'
import { Refusal } from '../../net/api.ts'
import { leftOpen } from './checklist/practitioner-checklist.ts'

type World = ReturnType<typeof fakeConsultation>

async function inCall(): Promise<World> {
  const world = fakeConsultation('joined')
  await settled()
  return world
}
const noteOf = ({ model }: World) => {
  const note = model.note.get()
  const state = note?.state.get()
  if (!note || state?.kind !== 'writing') throw new Error('no note is being written')
  return { note, text: state.text }
}
const line = ({ model }: World, id: string) => {
  const found = model.beside.checklist.lines.get().find((one) => one.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}
/** The newest snapshot reaches the page. */
const told = (world: World, change: Partial<ConsultationView> = {}) =>
  world.tell({ type: 'consultation', view: world.snapshot(change) })

/** The patient's page answers what was asked of their camera in the call `callId`. */
const answered = (world: World, callId: string, cameraRequestId: string, answer: CameraRequestAnswer) =>
  world.tell({ type: 'call.camera-answer', visitId: VISIT, callId, from: 'remote', to: 'own', cameraRequestId, answer })

describe('the checklist', () => {
  test('[CS32] has the items of the plan, in three phases, and follows a change of the plan', async () => {
    const world = await inCall()
    const ids = () => world.model.beside.checklist.lines.get().map(({ id }) => id)
    expect(ids()[0]).toBe('open.hear')
    expect(ids()).not.toContain('ex.aid')
    const plan = { ...world.server.view.plan, id: 'x', basedOn: 'walking-and-balance', view: 'whole-body' } as const
    told(world, { plan })
    expect(ids()).toContain('ex.aid')
    const phases = world.model.beside.checklist.lines.get().map(({ phase }) => phase)
    expect([...new Set(phases)]).toEqual(['opening', 'examination', 'closing'])
  })

  test('[OP7] an item of the organisation has its own words, in the checklist and in the note', async () => {
    const world = await inCall()
    const checklist = [{ id: 'own.0123abcd', phase: 'closing', text: 'Asked about falls', records: true }] as const
    told(world, { plan: { ...world.server.view.plan, checklist } })
    expect(line(world, 'own.0123abcd')).toMatchObject({ text: 'Asked about falls', must: true, records: true })
    world.model.beside.tick('own.0123abcd', true)
    expect(noteOf(world).text).toContain('Asked about falls.')
    world.model.beside.write('own.0123abcd', 'one in May')
    expect(noteOf(world).text).toContain('Asked about falls: one in May.')
    world.model.beside.tick('own.0123abcd', false)
    expect(noteOf(world).text).not.toContain('falls')
  })

  test('[CS32] a tick goes to the server, shows at once, and holds when the snapshot comes', async () => {
    const world = await inCall()
    world.model.beside.tick('open.hear', true)
    expect(line(world, 'open.hear').done).toBe(true)
    await settled()
    expect(world.posted).toContain('PUT checklist/open.hear')
    told(world)
    expect(line(world, 'open.hear').done).toBe(true)
    told(world, { checklist: [] })
    expect(line(world, 'open.hear').done).toBe(false)
  })

  test('[CS32] a snapshot from before a tick does not take it back, and without a server it is sent again', async () => {
    const world = await inCall()
    world.server.refusePost = new Refusal('offline')
    world.model.beside.tick('open.consent', true)
    await settled()
    told(world)
    expect(line(world, 'open.consent').done).toBe(true)
    world.server.refusePost = null
    await world.time.pass(20_000)
    expect(world.server.view.checklist.map(({ item }) => item)).toEqual(['open.consent'])
    expect(world.model.beside.checklist.refused.get()).toBe(false)
  })

  test('[CS32] a tick that is refused for good says so, and the note has its line', async () => {
    const world = await inCall()
    world.server.refusePost = new Refusal('visit/not-held-by-you')
    world.model.beside.tick('open.consent', true)
    await settled()
    expect(world.model.beside.checklist.refused.get()).toBe(true)
    expect(noteOf(world).text).toBe(words.note('open.consent', ''))
  })

  test('[CS33] writes its line under what is typed, and takes out exactly that line', async () => {
    const world = await inCall()
    type(noteOf(world).note, 'Fell on Monday.')
    world.model.beside.tick('open.consent', true)
    world.model.beside.tick('open.hear', true)
    const both = `Fell on Monday.\n${words.note('open.consent', '')}\n${words.note('open.hear', '')}`
    expect(noteOf(world).text).toBe(both)
    type(noteOf(world).note, `${both}\nPain 4/10.`)
    world.model.beside.tick('open.consent', false)
    expect(noteOf(world).text).toBe(`Fell on Monday.\n${words.note('open.hear', '')}\nPain 4/10.`)
  })

  test('[CS34] an item that records something takes it before and after the tick', async () => {
    const world = await inCall()
    const { beside } = world.model
    beside.write('open.id', 'name, birth date, address')
    expect(world.posted).toEqual([])
    beside.tick('open.id', true)
    expect(noteOf(world).text).toBe(words.note('open.id', 'name, birth date, address'))
    beside.write('open.id', 'name, birth date, NHS number')
    expect(noteOf(world).text).toBe(words.note('open.id', 'name, birth date, NHS number'))
    await settled()
    expect(world.server.view.checklist).toMatchObject([{ item: 'open.id', value: 'name, birth date, NHS number' }])
    beside.tick('open.id', false)
    expect(noteOf(world).text).toBe('')
    expect(line(world, 'open.id').value).toBe('name, birth date, NHS number')
  })

  test('[CS34] what belongs to every consultation and was not ticked is told, and nothing waits for it', async () => {
    const world = await inCall()
    const open = () => leftOpen(world.model.beside.checklist.lines.get()).map(({ id }) => id)
    expect(open()).toContain('close.net')
    expect(open()).not.toContain('in.eye')
    world.model.beside.tick('close.net', true)
    expect(open()).not.toContain('close.net')
    expect(world.model.actions.get().end).not.toBeNull()
  })
})

describe('how the patient is reached', () => {
  test('[CS36] confirming the number keeps it, ticks the item that asks for it, and writes the line', async () => {
    const world = await inCall()
    world.model.beside.confirm('phone', true)
    expect(world.model.beside.contact.contact.get()?.phoneConfirmedAt).not.toBeNull()
    expect(line(world, 'open.phone')).toMatchObject({ done: true, value: '07700 900123' })
    expect(noteOf(world).text).toBe(words.note('open.phone', '07700 900123'))
    await settled()
    expect(world.posted).toEqual(expect.arrayContaining(['PUT contact', 'PUT checklist/open.phone']))
    world.model.beside.confirm('phone', false)
    await settled()
    expect(world.server.view.contact.phoneConfirmedAt).toBeNull()
    expect(line(world, 'open.phone').done).toBe(false)
    expect(noteOf(world).text).toBe('')
  })

  test('[CS36] ticking the item with an address typed beside it confirms that address', async () => {
    const world = await inCall()
    world.model.beside.write('open.loc', '12 Mill Lane, Ashby')
    world.model.beside.tick('open.loc', true)
    await settled()
    expect(world.server.view.contact).toMatchObject({ address: '12 Mill Lane, Ashby' })
    expect(world.model.beside.contact.contact.get()?.addressConfirmedAt).not.toBeNull()
  })

  test('[CS50] what is confirmed in "Change" ticks its item and writes its line, and another number is another line', async () => {
    const world = await inCall()
    const { contact, saveContact } = world.model.beside
    const [address, other] = ['12 Mill Lane, Ashby', '01632 960 777']
    const at = () => contact.contact.get()
    await saveContact({ address, addressConfirmed: true })
    expect(line(world, 'open.loc')).toMatchObject({ done: true, value: address })
    expect(line(world, 'open.phone').done).toBe(false)
    await saveContact({ phoneConfirmed: true })
    await saveContact({ phone: other, phoneConfirmed: true })
    expect(noteOf(world).text).toBe(`${words.note('open.loc', address)}\n${words.note('open.phone', other)}`)
    // What was not changed stays as it is.
    await saveContact({ companions: [{ name: 'Ann', onCamera: true }] })
    expect(line(world, 'open.loc').done).toBe(true)
    await saveContact({ phone: '01632 960 778', phoneConfirmed: false })
    expect([at()?.phoneConfirmedAt, line(world, 'open.phone').done]).toEqual([null, false])
    expect(noteOf(world).text).toBe(words.note('open.loc', address))
  })

  test('[CS50] what the server refused ticks nothing', async () => {
    const world = await inCall()
    world.server.refusePost = new Refusal('arrival/phone-not-valid')
    expect(await world.model.beside.saveContact({ phone: '12', phoneConfirmed: true })).toBe(false)
    expect(line(world, 'open.phone').done).toBe(false)
    expect(noteOf(world).text).toBe('')
  })

  test('[CS36] nothing typed is nothing confirmed', async () => {
    const world = await inCall()
    world.model.beside.confirm('address', true)
    expect(world.posted).toEqual([])
    expect(line(world, 'open.loc').done).toBe(false)
  })

  test('[CS36] a change that the server refuses is taken back and says why', async () => {
    const world = await inCall()
    world.server.refusePost = new Refusal('arrival/phone-not-valid')
    expect(await world.model.beside.saveContact({ phone: '12' })).toBe(false)
    expect(world.model.beside.contact.contact.get()?.phone).toBe('07700 900123')
    expect(world.model.beside.contact.trouble.get()).toBe('arrival/phone-not-valid')
  })

  test('[CS36] two changes in one breath are both kept, whatever snapshot comes between', async () => {
    const world = await inCall()
    const companions = [{ name: 'Ann, daughter', onCamera: false }]
    const first = world.model.beside.saveContact({ companions })
    const second = world.model.beside.saveContact({ address: '12 Mill Lane' })
    told(world)
    expect(world.model.beside.contact.contact.get()).toMatchObject({ companions, address: '12 Mill Lane' })
    await Promise.all([first, second])
    expect(world.server.view.contact).toMatchObject({ companions, address: '12 Mill Lane' })
  })
})

describe('the own picture', () => {
  test('[CS31] is sent as the plan needs it once the other is seen, and after a change of the plan', async () => {
    const world = await inCall()
    const engine = world.engines[0]
    expect(engine?.told.favour).toBe('balanced')
    const plan = { ...world.server.view.plan, id: 'skin', basedOn: 'skin', view: 'close-up' } as const
    told(world, { plan })
    expect(engine?.told.favour).toBe('resolution')
    engine?.showRemote({ picture: 'none' })
    told(world, { plan: { ...plan, id: 'walking-and-balance', basedOn: 'walking-and-balance', view: 'whole-body' } })
    expect(engine?.told.favour).toBe('resolution')
    engine?.showRemote({ picture: 'showing' })
    expect(engine?.told.favour).toBe('frame-rate')
    await world.press('refresh')
    expect(world.engines[1]?.told.favour).toBe('frame-rate')
  })
})

describe('what is asked of the camera', () => {
  const askOf = (world: World) => {
    const made = world.said.findLast((one) => one.type === 'call.camera-request')
    if (made?.type !== 'call.camera-request') throw new Error('nothing was asked')
    return made
  }

  test('[CS37] goes to the patient’s page, and their answer is shown', async () => {
    const world = await inCall()
    const { asks } = world.model.beside
    asks.actions.get().ask?.('torch-on')
    await settled()
    const { ask, callId } = askOf(world)
    expect(asks.asked.get()).toEqual({ id: ask.id, kind: 'torch-on', state: 'waiting' })
    world.tell({
      type: 'call.camera-answer',
      visitId: VISIT,
      callId,
      from: 'remote',
      to: 'own',
      cameraRequestId: 'another',
      answer: 'done',
    })
    answered(world, 'another', ask.id, 'done')
    expect(asks.asked.get()?.state).toBe('waiting')
    answered(world, callId, ask.id, 'refused')
    expect(asks.asked.get()?.state).toBe('refused')
  })

  test('[CS37] a new call leaves nothing waiting', async () => {
    const world = await inCall()
    world.model.beside.asks.actions.get().ask?.('zoom-in')
    await settled()
    await world.press('refresh')
    expect(world.model.beside.asks.asked.get()?.state).toBe('unsent')
  })

  test('[CS38] a still is expected before it is asked for, and no longer once it was refused', async () => {
    const world = await inCall()
    const line = world.engines[0]?.line
    world.model.beside.asks.actions.get().ask?.('still')
    await settled()
    expect(line?.expected).toBe(true)
    const { ask, callId } = askOf(world)
    answered(world, callId, ask.id, 'refused')
    expect(line?.expected).toBe(false)
  })

  test('[CS38] the picture is shown as it comes, outlives its call, and goes when it is discarded', async () => {
    const world = await inCall()
    const { asks } = world.model.beside
    asks.actions.get().ask?.('still')
    await settled()
    const line = world.engines[0]?.line
    line?.state.set({ kind: 'receiving', share: 0.4 })
    expect(asks.still.get()).toEqual({ kind: 'receiving', share: 0.4 })
    line?.state.set({ kind: 'received', picture: new Blob(['x']), at: 1 })
    await world.press('refresh')
    expect(asks.still.get().kind).toBe('received')
    asks.discardStill()
    expect(asks.still.get()).toEqual({ kind: 'none' })
  })
})
