import { describe, expect, test } from 'vitest'
import type { ConsultationView } from '#contract/visit'
import { fakeConsultation as setUp, VISIT } from '../../../../test/call/fake-consultation.ts'
import { settled } from '../../../../test/call/fake-time.ts'
import { Refusal } from '../../net/api.ts'

/** A consultation that has ended, and may be called back for a minute. */
async function ended() {
  const world = setUp('prepared')
  world.snapshot({ callBackUntil: world.model.serverNow() + 60_000 })
  await world.press('end')
  return world
}

describe('[CS60] after the end', () => {
  test('calling back makes a new call with the same patient', async () => {
    const { model, press, posted, attaches, engines } = await ended()
    expect(model.stage.get().kind).toBe('close-out')
    await press('callBack')
    expect(posted).toEqual(['POST end', 'POST reopen'])
    expect(attaches()).toEqual([{ type: 'call.attach', visitId: VISIT, callId: null, claim: true }])
    expect(model.stage.get()).toEqual({ kind: 'call' })
    expect(model.engine.get()).toBe(engines[1])
  })

  test('it is not offered where the server does not say so, nor once it is too late', async () => {
    const without = setUp('prepared')
    await without.press('end')
    expect(without.model.actions.get().callBack).toBeNull()
    const { model, time } = await ended()
    expect(model.actions.get().callBack).not.toBeNull()
    const realNow = Date.now
    Date.now = () => realNow() + 61_000
    await time.pass(61_000)
    Date.now = realNow
    expect(model.actions.get().callBack).toBeNull()
  })

  test.each(['visit/call-back-over', 'offline'] as const)(
    'refused (%s), the note stays and it is said',
    async (code) => {
      const { model, press, server, attaches } = await ended()
      server.refusePost = new Refusal(code)
      await press('callBack')
      expect(model.stage.get().kind).toBe('close-out')
      expect(model.trouble.get()).toEqual({ step: 'call-back', code })
      expect(attaches()).toEqual([])
      server.refusePost = null
      await press('callBack')
      expect(model.trouble.get()).toBeNull()
      expect(model.stage.get()).toEqual({ kind: 'call' })
    },
  )

  test('a note that was signed stays; the new consultation has another', async () => {
    const { model, press, server } = await ended()
    const before = model.note.get()
    server.reopened = { ...server.reopened, consultationId: 'second', noteId: 'second-note' }
    await press('callBack')
    expect(model.note.get()).not.toBe(before)
  })

  test('a note that goes on is the same one', async () => {
    const { model, press } = await ended()
    const before = model.note.get()
    await press('callBack')
    expect(model.note.get()).toBe(before)
  })
})

describe('[CS61] until the patient comes back', () => {
  const came: Partial<ConsultationView> = { calledBack: false }

  test('nothing flows, nobody is said to be there, and leaving asks nothing', async () => {
    const { model, press, engines, sounds } = await ended()
    const heard = sounds.length
    await press('callBack')
    expect(engines[1]?.told.flowing).toBe(false)
    expect(model.isInCall()).toBe(false)
    expect(sounds.slice(heard)).toEqual([])
  })

  test('then picture and sound flow, and it is heard that they came', async () => {
    const { model, press, engines, tell, snapshot, sounds } = await ended()
    await press('callBack')
    tell({ type: 'consultation', view: snapshot(came) })
    await settled()
    expect(engines[1]?.told.flowing).toBe(true)
    expect(model.isInCall()).toBe(true)
    expect(sounds.at(-1)).toBe('joined')
  })

  test('and when they leave again, it was they who left', async () => {
    const { model, press, tell, snapshot } = await ended()
    await press('callBack')
    tell({ type: 'consultation', view: snapshot({ status: 'ended', calledBack: false }) })
    expect(model.stage.get()).toEqual({ kind: 'close-out', endedBy: 'patient' })
  })

  test('and when they say no before this page is told of anything again, it was they, too', async () => {
    const { model, press, server } = await ended()
    server.refuse = new Refusal('visit/not-held-by-you')
    await press('callBack')
    expect(model.stage.get()).toEqual({ kind: 'close-out', endedBy: 'patient' })
  })
})
