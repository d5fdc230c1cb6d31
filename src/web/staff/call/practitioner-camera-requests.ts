// What a practitioner asks of the patient's camera: one thing at a time, sent to the patient's page, which does nothing
// before the patient presses. A sharp still comes from page to page and is kept on this page only.
import type { CameraRequestAnswer, CameraRequestKind } from '#contract/consultation'
import type { VisitFollower } from '../../call/call-registry.ts'
import { oneRemote } from '../../call/stage/one-remote.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import type { CallEngine } from '../../media/engine.ts'
import type { StillLine, StillState } from '../../media/still-line.ts'
import type { Connection } from '../../net/socket.ts'

export interface AskMade {
  readonly id: string
  readonly kind: CameraRequestKind
  /** `waiting`: the patient has it before them. `unsent`: it never reached their page. */
  readonly state: 'sending' | 'waiting' | 'unsent' | CameraRequestAnswer
}

/** Null: not possible now. */
export interface AskActions {
  readonly ask: ((kind: CameraRequestKind) => void) | null
}

export interface AsksModel {
  /** The last one; null when there is none, or it was put away. */
  readonly asked: Readable<AskMade | null>
  /** The still picture that was asked for, on its way or here. */
  readonly still: Readable<StillState>
  /** Nothing can be asked without a call. */
  readonly actions: Readable<AskActions>
  putAway(): void
  discardStill(): void
  close(): void
}

const NO_STILL: StillState = { kind: 'none' }

export function createAsks(
  connection: Pick<Connection, 'send'>,
  follower: VisitFollower,
  engine: Readable<CallEngine | null>,
  newId: () => string,
): AsksModel {
  const asked = createStore<AskMade | null>(null)
  const still = createStore<StillState>(NO_STILL)
  let line: StillLine | null = null
  let unfollow = () => {}

  const patch = (id: string, state: AskMade['state']) => {
    const now = asked.get()
    if (now?.id === id) asked.set({ ...now, state })
  }

  async function expectStill(of: CallEngine): Promise<void> {
    const opened = await of.stills()
    if (engine.get() !== of) return
    if (opened !== line) {
      unfollow()
      line = opened
      unfollow = opened.state.subscribe(still.set)
    }
    opened.expect(true)
  }

  async function send(of: CallEngine, kind: CameraRequestKind): Promise<void> {
    const { visitId, callId } = of
    const to = oneRemote(of.state.get())?.participantId ?? ''
    const id = newId()
    asked.set({ id, kind, state: 'sending' })
    try {
      // The way is open before anybody is asked to send something along it.
      if (kind === 'still') await expectStill(of)
      await connection.send({ type: 'call.camera-request', visitId, callId, to, ask: { id, kind } })
      // The answer may be here before the server's.
      if (asked.get()?.state === 'sending') patch(id, 'waiting')
    } catch {
      patch(id, 'unsent')
      if (kind === 'still') line?.expect(false)
    }
  }

  const actionsNow = (): AskActions => {
    const of = engine.get()
    return { ask: of && ((kind) => void send(of, kind)) }
  }
  const actions = createStore(actionsNow())
  follower.on('call.camera-answer', ({ callId, cameraRequestId, answer }) => {
    if (engine.get()?.callId !== callId) return
    const now = asked.get()
    if (now?.id === cameraRequestId && now.kind === 'still' && answer !== 'done') line?.expect(false)
    patch(cameraRequestId, answer)
  })
  const stop = engine.subscribe(() => {
    unfollow()
    unfollow = () => {}
    line = null
    // A picture that is here outlives the call that brought it.
    if (still.get().kind !== 'received') still.set(NO_STILL)
    const now = asked.get()
    if (now && (now.state === 'waiting' || now.state === 'sending')) asked.set({ ...now, state: 'unsent' })
    actions.set(actionsNow())
  })

  return {
    asked,
    still,
    actions,
    putAway: () => asked.set(null),
    discardStill() {
      line?.discard()
      still.set(NO_STILL)
    },
    close() {
      stop()
      unfollow()
    },
  }
}
