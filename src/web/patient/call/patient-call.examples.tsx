// The patient's call in each of its states, with made-up people, for looking at.
import type { CameraRequest, CameraRequestKind, Companion } from '#contract/consultation'
import type { PlanView } from '#contract/plan'
import type { PatientView } from '#contract/visit'
import { type FakeEngineState, fakeEngine, fakeLocal, REMOTE } from '../../../../test/call/fake-call.ts'
import { paintedPerson } from '../../../../test/call/painted-person.ts'
import { NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { createStore } from '../../kit/store.ts'
import type { LocalState } from '../../media/local.ts'
import type { Example } from '../../ui/example.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import { PatientCall } from './patient-call.tsx'

interface Shown {
  cannotTalk?: boolean
  engine?: FakeEngineState | null
  local?: Partial<LocalState>
  status?: 'being-seen' | 'on-hold'
  link?: 'open' | 'lost'
  texts?: readonly (readonly ['patient' | 'clinic', string])[]
  sending?: string
  ask?: CameraRequestKind
  plan?: PlanView
  companions?: Companion[]
  practitioner?: string
  /** Comes a moment later. */
  arriving?: string
}

export function shownPatient(shown: Shown): PatientVisitModel {
  const now = Date.now()
  const messages: CallMessage[] = (shown.texts ?? []).map(([from, text], index) => ({
    id: String(index),
    from,
    authorName: from === 'clinic' ? 'Dr Amina Shah' : 'Jean',
    text,
    at: now,
    status: 'stored',
  }))
  const shownMessages = createStore<readonly CallMessage[]>(messages)
  if (shown.sending)
    shownMessages.set([
      ...messages,
      { id: 'sending', from: 'patient', authorName: 'Jean', text: shown.sending, at: now, status: 'sending' },
    ])
  const { arriving } = shown
  if (arriving)
    setTimeout(() => {
      const line = {
        id: 'new',
        from: 'clinic',
        authorName: 'Dr Amina Shah',
        text: arriving,
        at: now,
        status: 'stored',
      } as const
      shownMessages.update((lines) => [...lines, line])
    }, 300)
  const view: PatientView = {
    visitId: 'visit',
    firstName: 'Jean',
    area: {
      slug: 'falls',
      name: 'Falls clinic',
      serviceName: 'Physiotherapy',
      organisationName: 'Riverside Community Health',
      sample: false,
      shortCode: 'FTHP47',
      logo: null,
      support: { phone: '01632 960 123', email: '' },
      waiting: { messages: [], sound: false, joinsByItself: true, recall: false },
    },
    phone: '07700 900123',
    phoneMe: false,
    cannotTalk: shown.cannotTalk ?? false,
    phoning: null,
    arrivedAt: 0,
    state: {
      status: shown.status ?? 'being-seen',
      participantId: REMOTE,
      practitionerName: shown.practitioner ?? 'Dr Amina Shah',
      practitionerTitle: 'Physiotherapist',
      since: now - 192_000,
    },
    ...(shown.companions ? { companionsAsked: shown.companions } : {}),
    plan: shown.plan ?? TALKING,
    talk: NO_TALK,
    equipment: null,
    messages: [],
    now,
    revision: 1,
  }
  const video = shown.local?.camera === 'off' ? null : (paintedPerson('tall', '#8a4b5f').getVideoTracks()[0] ?? null)
  const local = fakeLocal({ video, canFlip: true, facing: 'front', ...shown.local })
  local.camera.able = { facing: 'front', flip: true, zoomIn: true, zoomOut: true, light: 'off' }
  const engine =
    shown.engine === null
      ? null
      : fakeEngine({ visitId: 'visit', callId: 'call' }, paintedPerson('wide', '#2f5d73'), undefined, shown.engine)
  return {
    view: createStore(view),
    link: createStore(shown.link ?? 'open'),
    takenOver: createStore(false),
    engine: createStore(engine),
    awaited: createStore<MediaStream | null>(null),
    local,
    messages: shownMessages,
    async showEarlier() {},
    ask: createStore<CameraRequest | null>(shown.ask ? { id: 'ask', kind: shown.ask } : null),
    answerCameraRequest() {},
    sendMessage: (text) =>
      shownMessages.update((lines) => [
        ...lines,
        { id: String(lines.length), from: 'patient', authorName: 'Jean', text, at: now, status: 'sending' },
      ]),
    setMuted: (muted) => local.setMicrophoneOn(!muted),
    setCameraOn: local.setCameraOn,
    setCannotTalk: () => {},
    bePhoned: () => {},
    useVideo: async () => {},
    changePhone: async () => {},
    join() {},
    answerCompanions: async () => {},
    leave: async () => {},
    keepTalk() {},
    keepEquipment() {},
    useThisPage() {},
    wake() {},
    serverNow: Date.now,
    close() {},
  }
}

const STATES: Record<string, Shown> = {
  showing: {},
  'asked who is with them': {
    companions: [
      { name: 'Ann Whitcombe, daughter', onCamera: true },
      { name: 'Bert, neighbour', onCamera: false },
    ],
  },
  connecting: { engine: null },
  'picture coming': { engine: { remote: { picture: 'none' } } },
  frozen: { engine: { remote: { picture: 'frozen', lastFrameAt: Date.now() - 4000 }, quality: 'poor' } },
  'paused for sound': { engine: { remote: { picture: 'paused-for-sound' }, quality: 'poor', ownPicture: 'smaller' } },
  'own picture paused': { engine: { quality: 'poor', ownPicture: 'paused-for-sound' } },
  'camera off': { engine: { remote: { picture: 'off', sound: 'muted' } } },
  reconnecting: { engine: { link: 'reconnecting', remote: { lastFrameAt: Date.now() - 7000 } }, link: 'lost' },
  impossible: { engine: { link: 'impossible', remote: { picture: 'none', sound: 'none' } } },
  'server lost': { link: 'lost' },
  'on hold': { status: 'on-hold', engine: { remote: { picture: 'none', sound: 'none' } } },
  'cannot talk now': { cannotTalk: true, local: { microphone: 'off' } },
  muted: { local: { microphone: 'off', camera: 'off' } },
  'camera lost': { local: { camera: 'lost', video: null } },
  'no camera': { local: { camera: 'none', video: null, microphone: 'refused' } },
  'one camera': { local: { canFlip: false } },
  'ask: back camera': { ask: 'back-camera' },
  'ask: sharp picture': { ask: 'still', practitioner: 'Dr Wilhelmina Featherstonehaugh-Cholmondeley' },
  'ask: come nearer': { ask: 'move-nearer' },
  'ask: light': { ask: 'torch-on' },
  coached: { plan: { ...TALKING, id: 'walking-and-balance', basedOn: 'walking-and-balance', view: 'whole-body' } },
  message: { arriving: 'Please have your tablets ready, and the letter from the hospital.' },
  messages: {
    texts: [
      ['clinic', 'Please have your tablets ready.'],
      ['patient', 'I have them here.'],
      ['clinic', 'Lovely, thank you. What does the small white box say?'],
    ],
    sending: 'Ramipril, 5 milligrams',
    link: 'lost',
  },
}

export const examples: readonly Example[] = Object.entries(STATES).map(([name, shown]) => ({
  name,
  whole: true,
  draw: () => <PatientCall model={shownPatient(shown)} />,
}))
