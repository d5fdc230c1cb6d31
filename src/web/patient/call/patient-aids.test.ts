import { beforeEach, describe, expect, test } from 'vitest'
import type { CameraRequest, CameraRequestKind } from '#contract/consultation'
import type { PatientView } from '#contract/visit'
import { fakeEngine, fakeLocal, PLAIN_CAMERA } from '../../../../test/call/fake-call.ts'
import { fakeTime, settled } from '../../../../test/call/fake-time.ts'
import { TALKING } from '../../../../test/made-up-plan.ts'
import { createStore } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { CameraAbility } from '../../media/local.ts'
import { createPatientAids } from './patient-aids.ts'

const BACK: CameraAbility = { facing: 'back', flip: true, zoomIn: true, zoomOut: true, light: 'off' }
const plans = {
  walking: { ...TALKING, id: 'walking-and-balance', basedOn: 'walking-and-balance', view: 'whole-body' },
  intimate: { ...TALKING, id: 'intimate', basedOn: 'intimate', view: 'close-up' },
} as const

async function world(plan: PatientView['plan'] = TALKING, able: CameraAbility | null = BACK) {
  const view = createStore({ plan } as PatientView)
  const first = fakeEngine({ visitId: 'visit', callId: 'call-1' }, {} as MediaStream)
  const engine = createStore<CallEngine | null>(first)
  const local = fakeLocal()
  local.camera.able = able
  const ask = createStore<CameraRequest | null>(null)
  const answers: string[] = []
  const time = fakeTime()
  const answerCameraRequest = (id: string, answer: string) => {
    answers.push(`${id} ${answer}`)
    if (ask.get()?.id === id) ask.set(null)
  }
  const aids = createPatientAids({ view, engine, local, ask, answerCameraRequest }, time.later)
  await settled()
  const asks = (kind: CameraRequestKind, id = kind as string) => ask.set({ id, kind })
  const press = async (what: 'allow' | 'refuse') => {
    const face = aids.face.get()
    if (face?.kind !== 'open') throw new Error(`nothing to press: ${face?.kind}`)
    face[what]()
    await settled()
  }
  return { view, first, engine, local, ask, answers, time, aids, asks, press }
}

let page: Awaited<ReturnType<typeof world>>
beforeEach(async () => {
  page = await world()
})

describe('what is asked', () => {
  test('[CS37] nothing is done before the press; the press does it and tells so', async () => {
    page.asks('torch-on')
    await settled()
    expect(page.local.asked).toEqual([])
    expect(page.answers).toEqual([])
    await page.press('allow')
    expect(page.local.asked).toEqual(['light true'])
    expect(page.answers).toEqual(['torch-on done'])
    expect(page.aids.face.get()).toEqual({ kind: 'over', how: 'thanks' })
    await page.time.pass(6000)
    expect(page.aids.face.get()).toBeNull()
  })

  test.each([
    ['back-camera', 'turn back'],
    ['front-camera', 'turn front'],
    ['zoom-in', 'zoom in'],
    ['zoom-out', 'zoom out'],
    ['torch-off', 'light false'],
  ] as const)('[CS37] %s', async (kind, done) => {
    page.asks(kind)
    await page.press('allow')
    expect(page.local.asked).toEqual([done])
  })

  test('[CS37] “not now” does nothing and tells so', async () => {
    page.asks('zoom-in')
    await page.press('refuse')
    expect(page.local.asked).toEqual([])
    expect(page.answers).toEqual(['zoom-in refused'])
    expect(page.aids.face.get()).toBeNull()
  })

  test('[CS37] what this camera cannot do troubles nobody', async () => {
    page.local.camera.able = PLAIN_CAMERA
    page.asks('zoom-in')
    await settled()
    expect(page.aids.face.get()).toBeNull()
    expect(page.answers).toEqual(['zoom-in cannot'])
  })

  test('[CS37] a camera that does not do it after all says so kindly', async () => {
    page.local.camera.works = false
    page.asks('zoom-in')
    await page.press('allow')
    expect(page.answers).toEqual(['zoom-in cannot'])
    expect(page.aids.face.get()).toEqual({ kind: 'over', how: 'cannot' })
  })

  test('[CS37] what a person is to do is done when they say so', async () => {
    page.asks('turn-sideways')
    await page.press('allow')
    expect(page.local.asked).toEqual([])
    expect(page.answers).toEqual(['turn-sideways done'])
  })

  test('[CS37] a newer question takes the place of the older, and the end of the call takes both', async () => {
    page.asks('zoom-in')
    page.asks('torch-on')
    expect(page.aids.face.get()).toMatchObject({ kind: 'open', ask: 'torch-on' })
    page.ask.set(null)
    expect(page.aids.face.get()).toBeNull()
  })
})

describe('a sharp still', () => {
  test('[CS38] is taken after the press, goes along the engine’s own way, and is said to have arrived', async () => {
    page.asks('still')
    await settled()
    expect(page.first.line.sent).toEqual([])
    await page.press('allow')
    expect(page.local.asked).toEqual(['still'])
    expect(page.first.line.sent).toHaveLength(1)
    expect(page.answers).toEqual(['still done'])
    expect(page.aids.face.get()).toEqual({ kind: 'over', how: 'sent' })
  })

  test('[CS38] one that does not arrive is said not to have arrived', async () => {
    page.first.line.arrives = false
    page.asks('still')
    await page.press('allow')
    expect(page.aids.face.get()).toEqual({ kind: 'over', how: 'not-sent' })
  })

  test('[CS39] is never taken where the purpose is intimate', async () => {
    page = await world(plans.intimate)
    page.asks('still')
    await settled()
    expect(page.aids.face.get()).toBeNull()
    expect(page.answers).toEqual(['still cannot'])
    expect(page.local.asked).toEqual([])
  })
})

describe('the own picture', () => {
  test('[CS31] is sent as the plan needs it, on every new call and after a change of the plan', async () => {
    expect(page.first.told.favour).toBe('balanced')
    page.view.update((view) => ({ ...view, plan: plans.walking }))
    expect(page.first.told.favour).toBe('frame-rate')
    const second = fakeEngine({ visitId: 'visit', callId: 'call-2' }, {} as MediaStream)
    page.engine.set(second)
    expect(second.told).toMatchObject({ favour: 'frame-rate', camera: BACK })
  })

  test('[CS35] what the camera can be asked for is told, and again when the camera changes', () => {
    expect(page.first.told.camera).toEqual(BACK)
    page.local.camera.able = PLAIN_CAMERA
    page.local.state.update((now) => ({ ...now, facing: 'front' }))
    expect(page.first.told.camera).toEqual(PLAIN_CAMERA)
  })
})
