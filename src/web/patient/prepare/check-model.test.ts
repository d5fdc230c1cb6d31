// The check as a person goes through it.
import { describe, expect, it } from 'vitest'
import { NOTHING_FOUND } from '#domain/equipment'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { NINE, settled } from '../../../../test/patient/made-up.ts'
import { CAMERA, FAST, madeUpCheck, SPEAKER } from '../../../../test/patient/made-up-check.ts'
import { createCheck, READ_SECONDS } from './check-model.ts'

function begun(mayCost = false) {
  const one = madeUpCheck()
  one.facts.mayCost = mayCost
  const check = createCheck(one.world, null)
  check.begin()
  return { ...one, check, at: () => check.step.get() }
}

/** To the words about the data. */
async function toConnection(mayCost = false) {
  const one = begun(mayCost)
  one.know({ camera: CAMERA, speaker: SPEAKER })
  one.devicesDone()
  await settled()
  return one
}

describe('the check', () => {
  it('[GR9] shows what is known at once, and keeps it when the devices and when the connection are done', async () => {
    const one = begun()
    expect(one.check.findings.get()).toBeNull()
    one.know({ camera: CAMERA })
    expect(one.at()).toMatchObject({ at: 'looking', stage: 'device' })
    expect(one.check.findings.get()?.camera).toEqual(CAMERA)
    expect(one.told.reports).toEqual([])
    one.devicesDone()
    await settled()
    expect(one.told.reports).toMatchObject([{ camera: CAMERA, connection: null }])
    one.check.measureNow()
    one.share(0.5, { ...FAST, upMbps: null })
    expect(one.at()).toEqual({ at: 'measuring', share: 0.5 })
    expect(one.check.findings.get()?.connection?.downMbps).toBe(FAST.downMbps)
    one.connectionDone(FAST)
    await settled()
    expect(one.at()).toEqual({ at: 'done' })
    expect(one.told.reports[1]).toMatchObject({ camera: CAMERA, connection: FAST })
  })

  it('[GR10] says what the connection uses, and starts by itself once that could be read', async () => {
    const one = await toConnection()
    expect(one.at()).toEqual({ at: 'before-connection', seconds: READ_SECONDS })
    await one.clock.pass((READ_SECONDS - 1) * 1000)
    expect(one.at()).toEqual({ at: 'before-connection', seconds: 1 })
    await one.clock.pass(1000)
    expect(one.at()).toEqual({ at: 'measuring', share: 0 })
  })

  it('[GR10] where data may cost money it waits for the person, who may leave it out', async () => {
    const one = await toConnection(true)
    await one.clock.pass(60_000)
    expect(one.at()).toEqual({ at: 'before-connection', seconds: null })
    one.check.withoutConnection()
    expect(one.at()).toEqual({ at: 'done' })
    expect(one.told.reports.at(-1)?.connection?.state).toBe('skipped')
  })

  it('[GR11] stopped among the devices, it keeps what it knows and measures nothing more', async () => {
    const one = begun()
    one.know({ camera: CAMERA })
    one.check.stop()
    await settled()
    await one.clock.pass(60_000)
    expect(one.at()).toEqual({ at: 'done' })
    expect(one.told).toMatchObject({ stopped: 1, reports: [{ camera: CAMERA, microphone: null, connection: null }] })
  })

  it('[GR11] stopped in the midst of the connection, that is said to be interrupted', async () => {
    const one = await toConnection()
    one.check.measureNow()
    one.share(0.4, { ...FAST, upMbps: null })
    one.check.stop()
    // What comes after is of no interest any more.
    one.share(0.6, FAST)
    one.connectionDone(FAST)
    await settled()
    expect(one.told.aborted).toBe(1)
    expect(one.at()).toEqual({ at: 'done' })
    expect(one.check.findings.get()?.connection).toMatchObject({ state: 'interrupted', upMbps: null, downMbps: 20 })
  })

  it('[GR12] gives way at once, with what was found so far, and for good', async () => {
    const one = await toConnection()
    one.check.measureNow()
    one.check.giveWay()
    expect(one.told.aborted).toBe(1)
    expect(one.told.reports.at(-1)).toMatchObject({ camera: CAMERA, connection: { state: 'interrupted' } })
    one.check.begin()
    await settled()
    expect(one.told.runs).toHaveLength(1)
  })

  it('[GR12] gives way silently where nothing was begun, and where all was kept before', async () => {
    const never = madeUpCheck()
    createCheck(never.world, null).giveWay()
    expect(never.told.reports).toEqual([])
    const done = await toConnection()
    done.check.withoutConnection()
    const { length } = done.told.reports
    done.check.giveWay()
    expect(done.told.reports).toHaveLength(length)
  })

  it('[GR4] what the visit knows is shown as done, without looking again', () => {
    const one = madeUpCheck()
    const check = createCheck(one.world, someFindings(NINE))
    expect(check.step.get()).toEqual({ at: 'done' })
    expect(one.told.runs).toEqual([])
  })

  it('[GR13] opens devices anew only when the person tries again', () => {
    const one = begun()
    expect(one.told.reopened).toBe(0)
    one.check.again()
    expect(one.told).toMatchObject({ reopened: 1, stopped: 1 })
    expect(one.told.runs).toHaveLength(2)
  })

  it('[GR9] what they said of the bell counts, and what they say later of the sound', async () => {
    const one = madeUpCheck()
    one.facts.heard = true
    one.know({ speaker: SPEAKER })
    const check = createCheck(one.world, null)
    check.begin()
    one.devicesDone()
    await settled()
    expect(one.told.reports[0]?.speaker?.heard).toBe(true)
    check.sayHeard(false)
    expect(one.told.reports.at(-1)?.speaker?.heard).toBe(false)
  })
})

describe('what was found before', () => {
  const entry = { ...NOTHING_FOUND, camera: CAMERA, speaker: SPEAKER }

  it('[EC47] the proofs at the door are no whole check: it has not begun, and shows them', () => {
    const check = createCheck(madeUpCheck().world, entry)
    expect(check.step.get()).toEqual({ at: 'not-begun' })
    expect(check.findings.get()).toEqual(entry)
  })

  it('[EC47] a check that is broken off takes nothing away of what the door found', async () => {
    const one = madeUpCheck()
    const check = createCheck(one.world, entry)
    check.begin()
    one.know({ device: null, camera: null })
    check.giveWay()
    expect(one.told.reports.at(-1)).toMatchObject({ camera: CAMERA, speaker: SPEAKER })
  })

  it('[EC48] that somebody was in the picture is kept, also through the check', async () => {
    const one = madeUpCheck()
    const check = createCheck(one.world, null)
    check.keepInFrame(['head', 'feet'])
    expect(one.told.reports).toMatchObject([{ inFrame: ['head', 'feet'], camera: null }])
    check.begin()
    one.know({ camera: CAMERA })
    one.devicesDone()
    await settled()
    expect(one.told.reports.at(-1)).toMatchObject({ inFrame: ['head', 'feet'], camera: CAMERA })
  })
})
