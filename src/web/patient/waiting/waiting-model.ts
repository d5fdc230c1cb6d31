// What belongs to the waiting screen alone: which question is open, the message being typed, and what is said for a
// moment. Everything that lasts belongs to the visit's model.
import type { PatientView } from '#contract/visit'
import { isChecked } from '#domain/equipment'
import { LONGEST_MESSAGE } from '#domain/message'
import { isBlank } from '#domain/typed-text'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { sayRefusal } from '../../text/problems-patient.ts'
import type { PatientVisitModel } from '../visit-model.ts'

export interface WaitingState {
  readonly question: 'none' | 'leave' | 'phone-me' | 'change-number'
  /** What was chosen is being told to the clinic. */
  readonly busy: boolean
  readonly refused: string | null
  readonly message: string
  /** The connection came back a moment ago. */
  readonly backAgain: boolean
  /** A page that was never pressed may not make a sound: it needs one press, or no bell will ring. */
  readonly bellOff: boolean
  /** Getting ready: offered, under way, or left for later. */
  readonly prepare: 'offered' | 'open' | 'put-off'
}

export interface WaitingModel {
  readonly state: Readable<WaitingState>
  readonly messageLimit: number
  typeMessage(message: string): void
  /** Does nothing with an empty or a too long message. */
  sendMessage(): void
  /** The clinic's message that was on screen last; null: none was. */
  readonly seenMessage: () => string | null
  sawMessage(id: string): void
  /** What is half typed, for whoever goes on with it elsewhere. */
  takeMessage(): string
  ask(question: WaitingState['question']): void
  leave(): void
  useVideo(): void
  bePhoned(number: string): void
  changePhone(number: string): void
  /** The camera on or off, whichever it is not. */
  toggleSoundOnly(): void
  turnOn(): void
  turnBellOn(): void
  setPrepare(prepare: WaitingState['prepare']): void
  close(): void
}

const BACK_SHOWN_MS = 6000

export interface WaitingWorld {
  /** Whether the person has pressed anything on this page since it was loaded. */
  pressed(): boolean
  ring(): void
  later(run: () => void, ms: number): () => void
}

export function createWaiting(visit: PatientVisitModel, world: WaitingWorld): WaitingModel {
  const state = createStore<WaitingState>({
    question: 'none',
    busy: false,
    refused: null,
    message: '',
    backAgain: false,
    bellOff: !world.pressed(),
    prepare: begun(visit.view.get()) ? 'open' : 'offered',
  })
  const change = (part: Partial<WaitingState>) => state.update((before) => ({ ...before, ...part }))

  // A page that is loaded anew in a call shows nothing of before as new.
  const isNew = visit.view.get().state.status === 'waiting'
  let seen: string | null = isNew ? null : (visit.messages.get().findLast(({ from }) => from === 'clinic')?.id ?? null)
  let lost = false
  let stopTimer = () => {}
  const stopLink = visit.link.subscribe((link) => {
    stopTimer()
    if (link === 'lost') lost = true
    change({ backAgain: link === 'open' && lost })
    if (link !== 'open') return
    lost = false
    stopTimer = world.later(() => change({ backAgain: false }), BACK_SHOWN_MS)
  })

  async function tell(action: () => Promise<void>): Promise<void> {
    change({ busy: true, refused: null })
    try {
      await action()
      change({ busy: false, question: 'none' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      change({ busy: false, refused: sayRefusal(error) })
    }
  }

  return {
    state,
    messageLimit: LONGEST_MESSAGE,
    typeMessage: (message) => change({ message }),
    sendMessage() {
      const { message } = state.get()
      if (isBlank(message) || message.length > LONGEST_MESSAGE) return
      visit.sendMessage(message)
      change({ message: '' })
    },
    seenMessage: () => seen,
    sawMessage(id) {
      seen = id
    },
    takeMessage() {
      const { message } = state.get()
      change({ message: '' })
      return message
    },
    ask: (question) => change({ question, refused: null }),
    leave: () => void tell(() => visit.leave()),
    useVideo: () => void tell(() => visit.useVideo()),
    bePhoned(number) {
      change({ question: 'none' })
      visit.bePhoned(number === visit.view.get().phone ? null : number)
    },
    changePhone: (number) => void tell(() => visit.changePhone(number)),
    toggleSoundOnly: () => void visit.setCameraOn(visit.local.state.get().camera !== 'on'),
    turnOn() {
      const { camera, microphone } = visit.local.state.get()
      const never = camera === 'not-asked' && microphone === 'not-asked'
      if (never || camera === 'refused' || microphone === 'refused')
        void visit.local.request({ camera: true, microphone: true })
      else void visit.local.restart()
    },
    turnBellOn() {
      world.ring()
      change({ bellOff: false })
    },
    setPrepare: (prepare) => change({ prepare }),
    close() {
      stopLink()
      stopTimer()
    },
  }
}

/** Something of it was said or found already, on this page or before a reload. */
function begun({ talk, equipment }: PatientView): boolean {
  return isChecked(equipment) || talk.agreed !== null || talk.answers.devices.length > 0
}
