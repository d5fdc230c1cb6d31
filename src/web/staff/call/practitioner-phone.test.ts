// The practitioner's page in a phone consultation: no path, no camera, and what is asked and counted.
import { describe, expect, test } from 'vitest'
import type { ConsultationView } from '#contract/visit'
import { fakeConsultation as setUp, ticket, VISIT } from '../../../../test/call/fake-consultation.ts'
import { settled } from '../../../../test/call/fake-time.ts'

const PHONE: Partial<ConsultationView> = { medium: 'phone', phoning: { noAnswers: [], videoAsk: null } }

/** Opened or reloaded while the patient is phoned. */
async function phoning(change: object = {}) {
  const world = setUp(null, null, { ...PHONE, ...change })
  await settled()
  return world
}

describe('nothing is sent', () => {
  test('[PHC5] opened again: no engine, and both devices are let go', async () => {
    const { model, engines, local } = await phoning()
    expect(model.view.get()?.medium).toBe('phone')
    expect([engines.length, model.engine.get()]).toEqual([0, null])
    expect(local.asked).toEqual(['release'])
  })

  test('[PHC5] a call under way is closed when it becomes a phone consultation', () => {
    const { model, engines, local, tell, snapshot } = setUp('prepared')
    tell({ type: 'consultation', view: snapshot(PHONE) })
    expect(engines[0]?.told).toMatchObject({ flowing: false, closed: true })
    expect(model.engine.get()).toBeNull()
    expect(local.asked).toContain('release')
  })

  test('[PHC5] a call that was taken down is closed before anything else is heard', () => {
    const { engines, tell } = setUp('prepared')
    tell({ type: 'call.released', visitId: VISIT, callId: 'another' })
    expect(engines[0]?.told.closed).toBe(false)
    tell({ type: 'call.released', visitId: VISIT, callId: 'prepared' })
    expect(engines[0]?.told).toMatchObject({ flowing: false, closed: true })
  })

  test('[PHC5] a locked page closes it, too', () => {
    const { engines, model, tell, server } = setUp('prepared')
    const told = { visitId: VISIT, status: 'being-seen', medium: 'phone', revision: server.view.revision + 1 } as const
    tell({ type: 'consultation-status', ...told })
    expect(engines[0]?.told.closed).toBe(true)
    expect(model.view.get()?.medium).toBe('phone')
  })

  test('[PHC5] a call that is offered all the same is not taken up', async () => {
    const { engines, tell } = await phoning()
    tell({ type: 'call.offered', ticket: ticket('late'), prepared: false })
    expect(engines).toEqual([])
  })
})

describe('during it', () => {
  test('[PHC7] agreed on, it is a video call: camera asked for, and the call taken up', async () => {
    const { model, engines, local, tell, snapshot } = await phoning()
    local.state.update((now) => ({ ...now, camera: 'not-asked', microphone: 'not-asked' }))
    tell({ type: 'consultation', view: snapshot({ medium: 'video', phoning: null }) })
    expect(local.asked.at(-1)).toBe('request camera microphone')
    tell({ type: 'call.offered', ticket: ticket('new'), prepared: false })
    expect(engines.map(({ callId, told }) => [callId, told.flowing])).toEqual([['new', true]])
    expect(model.engine.get()?.callId).toBe('new')
  })

  test('[PHC10] a page that sleeps makes no sound of going', async () => {
    const { sounds, tell, snapshot } = await phoning()
    tell({ type: 'consultation', view: snapshot({ awaySince: 5 }) })
    expect(sounds).toEqual(['joined'])
  })

  test('[PHC11] no answer: told with how many there were, and written into the note', async () => {
    const { model, press, posted } = await phoning({ phoning: { noAnswers: [1], videoAsk: null } })
    await press('noAnswer')
    expect(posted.at(-1)).toBe('POST phone/no-answer')
    expect(model.view.get()?.phoning?.noAnswers).toHaveLength(2)
    const state = model.note.get()?.state.get()
    expect(state?.kind === 'writing' && state.text).toMatch(/^Phoned at \d\d:\d\d: no answer \(try 2\)\.$/)
  })
})
