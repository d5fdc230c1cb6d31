// The practitioner's consultation in each of its states, with made-up people, for looking at.
import type { CameraRequestKind } from '#contract/consultation'
import type { NoteView } from '#contract/note'
import type { ConsultationView } from '#contract/visit'
import { type FakeEngineState, fakeEngine, fakeLocal, OWN, REMOTE } from '../../../../test/call/fake-call.ts'
import { BACK, CONTACT, LONG, MEASURED, planAs } from '../../../../test/call/fake-particulars.ts'
import { paintedPerson } from '../../../../test/call/painted-person.ts'
import { someFindings } from '../../../../test/made-up-findings.ts'
import { contactOn, NO_TALK, TALKING } from '../../../../test/made-up-plan.ts'
import { someVisit } from '../../../../test/staff/fake-connection.ts'
import type { CallMessage } from '../../call/messages/message-queue.ts'
import { later } from '../../kit/later.ts'
import { createStore } from '../../kit/store.ts'
import type { LocalState } from '../../media/local.ts'
import type { StillState } from '../../media/still-line.ts'
import { Refusal } from '../../net/api.ts'
import type { Example } from '../../ui/example.ts'
import { queueLine } from '../console/queue-line.ts'
import { createNoteModel, type NoteModel, type NoteServer } from './note/note-model.ts'
import { createBeside } from './practitioner-beside.ts'
import { PractitionerCall } from './practitioner-call.tsx'
import type { CallActions, CallStage, PractitionerCallModel, ShownCall } from './practitioner-state.ts'

interface Shown {
  stage?: CallStage
  view?: Partial<ConsultationView>
  engine?: FakeEngineState | null
  local?: Partial<LocalState>
  link?: 'open' | 'lost'
  trouble?: { step: 'hold' | 'end'; code: 'offline' }
  note?: string
  noteServer?: 'works' | 'away' | 'changed' | 'signed'
  messages?: readonly (readonly ['patient' | 'clinic', string])[]
  arriving?: string
  asked?: CameraRequestKind
  still?: StillState
  /** Somebody waits. */
  next?: boolean
}

const NOTE = `Fall on the stairs two weeks ago, no head injury. Walks with a stick since.

Sit to stand ×5: 17 s, needs arms for the last two.
Pain left knee 4/10 on stairs, none at rest.

Plan: strength programme, rail for the stairs, review in 3 weeks.`

export function shownPractitioner(shown: Shown): PractitionerCallModel {
  const now = Date.now()
  const view: ConsultationView = {
    visitId: 'visit',
    consultationId: 'consultation',
    participants: [
      { participantId: REMOTE, kind: 'patient', standing: 'participant', state: 'admitted' },
      { participantId: OWN, kind: 'practitioner', standing: 'host', state: 'admitted' },
    ],
    areaName: 'Falls clinic',
    timeZone: 'Europe/London',
    patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12', phone: '07700 900123' },
    status: 'being-seen',
    startedAt: now - 761_000,
    medium: 'video',
    phoning: null,
    awaySince: null,
    picture: 'works',
    sound: 'works',
    plan: TALKING,
    talk: NO_TALK,
    equipment: null,
    checklist: [],
    contact: contactOn('07700 900123'),
    noteId: 'note',
    messages: [],
    now,
    revision: 1,
    ...shown.view,
  }
  const messages = createStore<readonly CallMessage[]>(
    (shown.messages ?? []).map(([from, text], index) => ({
      id: String(index),
      from,
      authorName: 'Jean',
      text,
      at: now,
      status: 'stored',
    })),
  )
  const { arriving } = shown
  if (arriving)
    setTimeout(() => {
      const line = {
        id: 'new',
        from: 'patient',
        authorName: 'Jean',
        text: arriving,
        at: now,
        status: 'stored',
      } as const
      messages.update((lines) => [...lines, line])
    }, 300)
  const local = fakeLocal({ video: paintedPerson('wide', '#2f5d73').getVideoTracks()[0] ?? null, ...shown.local })
  const engine =
    shown.engine === null
      ? null
      : fakeEngine({ visitId: 'visit', callId: 'call' }, paintedPerson('wide', '#8a4b5f'), undefined, shown.engine)
  const press = () => {}
  const onHold = view.status === 'on-hold'
  const actions: CallActions = {
    hold: onHold ? null : press,
    resume: onHold ? press : null,
    sendBack: press,
    end: press,
    noAnswer: press,
    askVideo: press,
    refresh: press,
    sendMessage: press,
    useThisPage: press,
    callBack: view.callBackUntil ? press : null,
  }
  const keeper = { read: () => null, write: press, forget: press }
  const viewStore = createStore<ConsultationView | null>(view)
  const engineStore = createStore(engine)
  const noteStore = createStore<NoteModel | null>(createNoteModel(shownNoteServer(shown, now), keeper, later))
  const beside = createBeside({
    connection: { send: async () => null as never },
    follower: { on: press, close: press },
    view: viewStore,
    engine: engineStore,
    note: noteStore,
    request: async (_: string, url: string) => (url.endsWith('/forms') ? { forms: [] } : { done: true }) as never,
    url: '',
    later,
    newId: () => 'ask',
    now: Date.now,
  })
  const { still, asked } = shown
  if (still) {
    beside.asks.actions.get().ask?.('still')
    setTimeout(() => engine?.line.state.set(still), 200)
  }
  if (asked) beside.asks.actions.get().ask?.(asked)
  return {
    stage: createStore<CallStage>(shown.stage ?? { kind: 'call' }),
    shown: createStore<ShownCall | null>({ view, engine }),
    view: viewStore,
    link: createStore(shown.link ?? 'open'),
    engine: engineStore,
    local,
    messages,
    async showEarlier() {},
    note: noteStore,
    beside,
    ownEquipment: createStore(someFindings(now - 7_200_000)),
    actions: createStore(actions),
    underWay: createStore(null),
    trouble: createStore(shown.trouble ?? null),
    dismissTrouble: press,
    isInCall: () => false,
    serverNow: Date.now,
    goOn: press,
    close: press,
  }
}

function shownNoteServer(shown: Shown, now: number): NoteServer {
  const note: NoteView = {
    id: 'note',
    visitId: 'visit',
    patient: { firstName: 'Jean', lastName: 'Thornbury', dateOfBirth: '1948-03-12' },
    areaName: 'Falls clinic',
    timeZone: 'Europe/London',
    consultationStartedAt: now - 761_000,
    status: shown.noteServer === 'signed' ? 'signed' : 'draft',
    text: shown.note ?? '',
    revision: 1,
    savedAt: now - 20_000,
    signedAt: shown.noteServer === 'signed' ? now : null,
    deletedAfter: null,
  }
  let loads = 0
  return {
    load: async () =>
      ++loads > 1 && shown.noteServer === 'changed'
        ? { ...note, revision: 2, text: `${note.text}\n\nPhoned daughter: she agrees.` }
        : note,
    async save(text, revision) {
      if (shown.noteServer === 'away') throw new Refusal('offline')
      if (shown.noteServer === 'changed' && revision === 1) throw new Refusal('note/changed-elsewhere')
      return { ...note, text, revision: revision + 1, savedAt: Date.now() }
    },
    sign: async () => ({ ...note, status: 'signed', signedAt: Date.now() }),
  }
}

const NEXT = queueLine(
  someVisit(2, { firstName: 'Wilhelmina', lastName: 'Featherstonehaugh-Cholmondeley' }),
  'me',
  900_000,
  {
    ...{ areaId: 'area', name: 'Falls clinic', timeZone: 'Europe/London', limitedView: false, mayJoin: true },
  },
)

const STATES: Record<string, Shown> = {
  'whole body': { note: NOTE, view: { plan: planAs('walking-and-balance', 'whole-body'), contact: CONTACT } },
  'close-up': {
    note: NOTE,
    view: { plan: planAs('skin', 'close-up'), contact: CONTACT, patient: LONG },
    engine: { remote: { camera: BACK }, measured: MEASURED },
  },
  measured: {
    note: NOTE,
    view: { equipment: someFindings(Date.now() - 600_000), contact: CONTACT },
    engine: { remote: { camera: BACK }, measured: MEASURED },
  },
  asked: { note: NOTE, asked: 'zoom-in', view: { contact: CONTACT }, engine: { remote: { camera: BACK } } },
  'still coming': { note: NOTE, still: { kind: 'receiving', share: 0.4 }, engine: { remote: { camera: BACK } } },
  call: { note: NOTE },
  'empty note': {},
  'not saved': { note: NOTE, noteServer: 'away', link: 'lost' },
  'changed elsewhere': { note: NOTE, noteServer: 'changed' },
  connecting: { engine: null },
  frozen: { note: NOTE, engine: { remote: { picture: 'frozen', lastFrameAt: Date.now() - 4000 }, quality: 'poor' } },
  'paused for sound': { note: NOTE, engine: { remote: { picture: 'paused-for-sound' }, quality: 'poor' } },
  away: {
    note: NOTE,
    view: { awaySince: Date.now() - 90_000 },
    engine: { link: 'reconnecting', remote: { lastFrameAt: Date.now() - 90_000 } },
  },
  impossible: {
    view: { contact: CONTACT },
    engine: { link: 'impossible', remote: { picture: 'none', sound: 'none' } },
  },
  'on hold': { note: NOTE, view: { status: 'on-hold' }, engine: { remote: { picture: 'none', sound: 'none' } } },
  'sound only': { view: { picture: 'none' }, engine: { remote: { picture: 'off' } } },
  messages: {
    note: NOTE,
    messages: [
      ['clinic', 'Can you hear me now?'],
      ['patient', 'Yes, much better'],
    ],
    arriving: 'The picture has stopped here',
  },
  trouble: { note: NOTE, trouble: { step: 'hold', code: 'offline' } },
  'camera lost': { local: { camera: 'lost', video: null, microphone: 'off' } },
  'close-out': { note: NOTE, stage: { kind: 'close-out', endedBy: 'practitioner' } },
  'close-out, can call back': {
    note: NOTE,
    view: { status: 'ended', callBackUntil: Date.now() + 540_000 },
    stage: { kind: 'close-out', endedBy: 'patient' },
  },
  'being called': { view: { called: { until: Date.now() + 10_000 } } },
  'called, only a press joins': { view: { called: { until: null } } },
  'called back, their page is there': { engine: null, view: { calledBack: true } },
  'called back, their page is closed': { engine: null, view: { calledBack: true, awaySince: Date.now() - 60_000 } },
  'close-out, nothing written': { stage: { kind: 'close-out', endedBy: 'patient' } },
  'close-out, signed': { note: NOTE, noteServer: 'signed', stage: { kind: 'close-out', endedBy: 'practitioner' } },
  'close-out, somebody is next': { note: NOTE, next: true, stage: { kind: 'close-out', endedBy: 'practitioner' } },
  'close-out, nothing written, somebody is next': { next: true, stage: { kind: 'close-out', endedBy: 'patient' } },
  'taken over': { stage: { kind: 'taken-over' } },
  refused: { stage: { kind: 'refused', code: 'visit/with-somebody-else', name: 'Priya Nair' } },
  opening: { stage: { kind: 'opening' } },
}

export const examples: readonly Example[] = Object.entries(STATES).map(([name, shown]) => ({
  name,
  whole: true,
  draw: () => (
    <PractitionerCall
      model={shownPractitioner(shown)}
      next={shown.next ? { line: NEXT, onSee: () => {} } : null}
      author={{ name: 'Helen Price', title: 'Community nurse' }}
      onBack={() => {}}
    />
  ),
}))
