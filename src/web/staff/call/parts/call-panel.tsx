// What stands beside the picture in four tabs: note, checklist, messages, equipment. A tab is made when it is first opened,
// so that none delays the picture, and then keeps what is in it.
import { useState } from 'preact/hooks'
import type { ConsultationView } from '#contract/visit'
import { LONGEST_MESSAGE } from '#domain/message'
import { words } from '#text/practitioner-call'
import { MessageField } from '../../../call/messages/message-field.tsx'
import { MessageList } from '../../../call/messages/message-list.tsx'
import { useStore } from '../../../kit/store.ts'
import type { EngineState } from '../../../media/engine.ts'
import { ArrivalAnswers } from '../../console/arrival-answers.tsx'
import { nameOf } from '../../console/person-words.ts'
import { FormsPane } from '../../forms/forms-pane.tsx'
import { PhotosPane } from '../../photos/photos-pane.tsx'
import { liveOfPatient, liveOfPractitioner } from '../../readiness/live-readiness.ts'
import { ReadinessPane } from '../../readiness/readiness-pane.tsx'
import { ChecklistPane } from '../checklist/checklist-pane.tsx'
import { leftOpen } from '../checklist/practitioner-checklist.ts'
import { NotePane } from '../note/note-pane.tsx'
import type { PractitionerCallModel } from '../practitioner-state.ts'
import { SidePanel } from './side-panel.tsx'

export type Tab = 'note' | 'checklist' | 'messages' | 'equipment'

export interface CallPanelProps {
  model: PractitionerCallModel
  view: ConsultationView
  engine: EngineState | null
  /** Null: closed. */
  tab: Tab | null
  last: Tab
  onOpen: (tab: Tab | null) => void
  unread: number
}

export function CallPanel({ model, view, engine, tab, last, onOpen, unread }: CallPanelProps) {
  const name = view.patient.firstName
  const actions = useStore(model.actions)
  const messages = useStore(model.messages)
  const note = useStore(model.note)
  const lines = useStore(model.beside.checklist.lines)
  const [opened, setOpened] = useState<readonly Tab[]>([last])
  if (tab && !opened.includes(tab)) setOpened([...opened, tab])
  const left = leftOpen(lines).length
  const has = (which: Tab) => opened.includes(which)
  return (
    <SidePanel
      label={words.panelLabel}
      closeWord={words.closePanel}
      open={tab}
      last={last}
      onOpen={onOpen}
      tabs={[
        {
          id: 'note',
          word: words.tabs.note,
          badge: null,
          badgeWords: null,
          content: (
            <>
              <ArrivalAnswers answers={view.answers} />
              <FormsPane model={model.beside.forms} onNote={note && model.beside.writeLine} timeZone={view.timeZone} />
              <PhotosPane
                model={model.beside.photos}
                count={view.photos ?? 0}
                patientName={nameOf(view.patient)}
                onNote={note && model.beside.writeLine}
              />
              <NotePane id="call-note" note={note} patientName={name} />
            </>
          ),
        },
        {
          id: 'checklist',
          word: words.tabs.checklist,
          badge: null,
          badgeWords: left > 0 ? words.checklist.left(left) : null,
          content: has('checklist') && <ChecklistPane beside={model.beside} />,
        },
        {
          id: 'messages',
          word: words.tabs.messages,
          badge: unread > 0 ? String(unread) : null,
          badgeWords: unread > 0 ? words.bar.unread(unread) : null,
          content: (
            <>
              <MessageList
                messages={messages}
                side="clinic"
                empty={words.noMessages(name)}
                onEarlier={view.earlierMessages ? model.showEarlier : null}
              />
              <MessageField
                id="call-message"
                label={words.messageTo(name)}
                send={actions.sendMessage}
                limit={LONGEST_MESSAGE}
              />
            </>
          ),
        },
        {
          id: 'equipment',
          word: words.tabs.equipment,
          badge: null,
          badgeWords: null,
          content: has('equipment') && <Equipment model={model} view={view} engine={engine} />,
        },
      ]}
    />
  )
}

function Equipment({ model, view, engine }: Pick<CallPanelProps, 'model' | 'view' | 'engine'>) {
  const local = useStore(model.local.state)
  return (
    <ReadinessPane
      name={view.patient.firstName}
      plan={view.plan}
      theirs={view.equipment}
      own={useStore(model.ownEquipment)}
      theirsNow={liveOfPatient(engine)}
      ownNow={liveOfPractitioner(engine, local)}
      now={model.serverNow()}
    />
  )
}
