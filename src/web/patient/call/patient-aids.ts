// What the patient's page does beside showing the call: makes the own picture fit the plan, tells what the own camera can,
// and carries out what the practitioner asks, each only after a press. It begins when the first picture has been seen.
import type { CameraRequestKind } from '#contract/consultation'
import { type CallPlan, callPlan } from '../../call/call-plan.ts'
import { canDo } from '../../call/camera-request-offers.ts'
import { type Later, later as realLater } from '../../kit/later.ts'
import { createScope } from '../../kit/scope.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { CameraAbility, CameraControl } from '../../media/local.ts'
import type { StillState } from '../../media/still-line.ts'
import type { PatientVisitModel } from '../visit-model.ts'

export type AskFace =
  | { readonly kind: 'open'; readonly ask: CameraRequestKind; readonly allow: () => void; readonly refuse: () => void }
  | { readonly kind: 'working'; readonly ask: CameraRequestKind }
  | { readonly kind: 'sending'; readonly share: number }
  /** Said for a moment, then gone. */
  | { readonly kind: 'over'; readonly how: 'thanks' | 'sent' | 'not-sent' | 'cannot' }

export interface PatientAids {
  readonly plan: Readable<CallPlan>
  /** Null: nothing is asked. */
  readonly face: Readable<AskFace | null>
  close(): void
}

type Model = Pick<PatientVisitModel, 'view' | 'engine' | 'local' | 'ask' | 'answerCameraRequest'>

/** Long enough to be read twice. */
const OVER_MS = 5000

export function createPatientAids(model: Model, later: Later = realLater): PatientAids {
  const plan = createStore(callPlan(model.view.get().plan))
  const face = createStore<AskFace | null>(null)
  let control: CameraControl | null = null
  let cancelOver = () => {}
  let closed = false

  const able = (): CameraAbility | null => control?.able() ?? null
  const tell = () => {
    if (control) model.engine.get()?.tellCamera(able())
  }
  const favour = () => model.engine.get()?.setDegradationPreference(plan.get().favour)

  function say(how: Extract<AskFace, { kind: 'over' }>['how']): void {
    const over: AskFace = { kind: 'over', how }
    face.set(over)
    cancelOver()
    cancelOver = later(() => {
      if (face.get() === over) face.set(null)
    }, OVER_MS)
  }

  async function sendStill(cameraRequestId: string, of: CallEngine, by: CameraControl): Promise<void> {
    const line = await of.stills()
    const picture = await by.still(line.bearable())
    if (!picture) {
      model.answerCameraRequest(cameraRequestId, 'cannot')
      say('cannot')
      return
    }
    model.answerCameraRequest(cameraRequestId, 'done')
    const follow = (state: StillState) => {
      if (state.kind === 'sending') face.set({ kind: 'sending', share: state.share })
    }
    const unfollow = line.state.subscribe(follow)
    const got = await line.send(picture)
    unfollow()
    say(got ? 'sent' : 'not-sent')
  }

  async function allow(cameraRequestId: string, ask: CameraRequestKind): Promise<void> {
    const engine = model.engine.get()
    face.set({ kind: 'working', ask })
    // A way that breaks off in the middle is a camera that could not.
    try {
      if (ask === 'still' && engine && control) return await sendStill(cameraRequestId, engine, control)
      const done = control !== null && (await carryOut(ask, control))
      model.answerCameraRequest(cameraRequestId, done ? 'done' : 'cannot')
      say(done ? 'thanks' : 'cannot')
    } catch {
      model.answerCameraRequest(cameraRequestId, 'cannot')
      say('cannot')
    } finally {
      tell()
    }
  }

  function show(): void {
    const asked = model.ask.get()
    // What is being carried out is finished first, and says itself what came of it.
    const busy = face.get()?.kind === 'working' || face.get()?.kind === 'sending'
    if (busy) return
    if (!asked) {
      if (face.get()?.kind === 'open') face.set(null)
      return
    }
    if (!control) return
    if (!canDo(asked.kind, able(), plan.get().mayTakeStills)) {
      model.answerCameraRequest(asked.id, 'cannot')
      return
    }
    // While the person reads, the way for the picture is laid.
    if (asked.kind === 'still')
      model.engine
        .get()
        ?.stills()
        .catch(() => {})
    face.set({
      kind: 'open',
      ask: asked.kind,
      allow: () => void allow(asked.id, asked.kind),
      refuse() {
        face.set(null)
        model.answerCameraRequest(asked.id, 'refused')
      },
    })
  }

  const scope = createScope([
    model.ask.subscribe(show),
    face.subscribe((now) => {
      // A question that came while another was carried out.
      if (now === null || now.kind === 'over') queueMicrotask(() => closed || (model.ask.get() && show()))
    }),
    model.local.state.subscribe(tell),
    model.engine.subscribe(() => {
      favour()
      tell()
    }),
    model.view.subscribe((view) => {
      const next = callPlan(view.plan)
      if (
        next.favour === plan.get().favour &&
        next.view === plan.get().view &&
        next.purpose.id === plan.get().purpose.id
      )
        return
      plan.set(next)
      favour()
    }),
  ])
  favour()
  model.local.control().then(
    (loaded) => {
      if (closed) return
      control = loaded
      tell()
      show()
    },
    // Without it nothing can be asked of the camera; the practitioner's page then offers words only.
    () => {},
  )

  return {
    plan,
    face,
    close() {
      closed = true
      cancelOver()
      scope.close()
    },
  }
}

/** Resolves with whether it was done. What a person does has been done when they say so. */
function carryOut(ask: CameraRequestKind, control: CameraControl): Promise<boolean> {
  switch (ask) {
    case 'back-camera':
      return control.turn('back')
    case 'front-camera':
      return control.turn('front')
    case 'zoom-in':
      return control.zoom('in')
    case 'zoom-out':
      return control.zoom('out')
    case 'torch-on':
      return control.light(true)
    case 'torch-off':
      return control.light(false)
    default:
      return Promise.resolve(true)
  }
}
