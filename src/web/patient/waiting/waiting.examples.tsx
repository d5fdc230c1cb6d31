// Waiting in each of its states, and a page that was left behind, for looking at.
import type { PatientView } from '#contract/visit'
import { viewOf, WAITING } from '../../../../test/patient/made-up.ts'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { createStore } from '../../kit/store.ts'
import type { LocalState } from '../../media/local.ts'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { shownPatient } from '../call/patient-call.examples.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import type { RecallModel, RecallState } from './recall-model.ts'
import { RecallPart } from './recall-part.tsx'
import { TakenOverScreen } from './taken-over-screen.tsx'
import type { WaitingModel, WaitingState } from './waiting-model.ts'
import { WaitingScreen, WaitingWays } from './waiting-screen.tsx'

const press = () => {}

interface Shown {
  view?: Partial<PatientView>
  waiting?: Partial<WaitingState>
  local?: Partial<LocalState>
  link?: 'connecting' | 'open' | 'lost'
  messages?: readonly CallMessage[]
  cameBack?: boolean
  recall?: Partial<RecallState>
}

function drawn({ view, waiting, local, link = 'open', messages, cameBack = false, recall }: Shown) {
  const visit = {
    ...shownPatient({ local }),
    view: createStore(viewOf(WAITING, view)),
    link: createStore(link),
    serverNow: () => viewOf(WAITING).now,
    messages: createStore(messages ?? []),
  }
  const model: WaitingModel = {
    state: createStore<WaitingState>({
      question: 'none',
      busy: false,
      refused: null,
      message: '',
      backAgain: false,
      bellOff: false,
      prepare: 'offered',
      ...waiting,
    }),
    messageLimit: 2000,
    typeMessage: press,
    sendMessage: press,
    seenMessage: () => null,
    sawMessage: press,
    takeMessage: () => '',
    ask: press,
    leave: press,
    bePhoned: press,
    useVideo: press,
    changePhone: press,
    toggleSoundOnly: press,
    turnOn: press,
    turnBellOn: press,
    setPrepare: press,
    close: press,
  }
  return (
    <Page
      organisation="Hillside Health"
      part="Foot clinic"
      aside={<QuickExit />}
      bottom={<WaitingWays visit={visit} waiting={model} />}
    >
      <WaitingScreen
        visit={visit}
        waiting={model}
        cameBack={cameBack}
        lastWorked={null}
        ready={{ is: 'failed', load: press }}
        forms={null}
        photos={null}
        meanwhile={recall && <RecallPart model={recallModel(recall)} />}
      />
    </Page>
  )
}

const recallModel = (state: Partial<RecallState>): RecallModel => ({
  state: createStore<RecallState>({
    ...{ step: 'offered', recall: null, phone: '07700 900461', busy: false, refused: null },
    ...state,
  }),
  ...{ ask: press, typePhone: press, confirm: press, stayHere: press, close: press },
})

const MAY_CLOSE = { by: 'text', toldAt: null } as const
const line = (id: string, from: 'patient' | 'clinic', text: string, status: CallMessage['status'] = 'stored') => ({
  id,
  from,
  authorName: from === 'clinic' ? 'Dev Rao' : 'Nia',
  text,
  at: Date.UTC(2027, 2, 1, 9),
  status,
})

const STATES: Record<string, Shown> = {
  'second in the queue': {},
  next: { view: { state: { ...WAITING, place: 1 } as PatientView['state'] } },
  'back again': { cameBack: true },
  'a delay': {
    view: {
      state: { status: 'waiting', place: 4, delay: { kind: 'said', minutes: 20, at: 0 } } as PatientView['state'],
    },
  },
  'longer than was said': {
    view: {
      arrivedAt: 0,
      state: { status: 'waiting', place: 2, delay: { kind: 'said', minutes: 20, at: 0 } } as PatientView['state'],
    },
  },
  'asked to wait again': {
    view: { state: { ...WAITING, sentBack: { byName: 'Helen Ward', reason: 'technical' } } as PatientView['state'] },
  },
  connecting: { link: 'connecting' },
  'connection lost': { link: 'lost' },
  'connection back': { waiting: { backAgain: true } },
  'sound only': { local: { camera: 'off', video: null } },
  'camera refused': { local: { camera: 'refused', microphone: 'refused', video: null } },
  'camera lost': { local: { camera: 'lost', video: null } },
  'to be phoned': { view: { phoneMe: true } },
  'no phone number': { view: { phone: '' } },
  'cannot talk now': { view: { cannotTalk: true } },
  'may close the page': { recall: {} },
  'number to be told on': { recall: { step: 'asking' } },
  'number to be told on, wrong': {
    recall: { step: 'asking', phone: '077', refused: 'Check the phone number. For example, 07700 900 123' },
  },
  'page may be closed': { view: { recall: MAY_CLOSE }, recall: { step: 'on', recall: MAY_CLOSE } },
  'told to come back': {
    view: { recall: { by: 'phone', toldAt: 1 } },
    recall: { step: 'on', recall: { by: 'phone', toldAt: 1 } },
  },
  'bell off': { waiting: { bellOff: true } },
  'getting ready later': { waiting: { prepare: 'put-off' } },
  'getting ready not loaded': { waiting: { prepare: 'open' } },
  'do you want to leave': { waiting: { question: 'leave' } },
  'shall we phone you': { waiting: { question: 'phone-me' } },
  'leaving refused': { waiting: { question: 'leave', refused: 'The clinic did not answer. Try again.' } },
  messages: {
    messages: [
      line('1', 'clinic', 'We are running a little late. Please stay on this page.'),
      line('2', 'patient', 'That is fine, thank you'),
      line('3', 'patient', 'I have my shoes here as well', 'sending'),
    ],
  },
}

export const examples: readonly Example[] = [
  ...Object.entries(STATES).map(([name, shown]) => ({ name, whole: true, draw: () => drawn(shown) })),
  {
    name: 'taken over',
    whole: true,
    draw: () => (
      <Page organisation="Hillside Health" part="Foot clinic" aside={<QuickExit />}>
        <TakenOverScreen useThisPage={press} />
      </Page>
    ),
  },
]
