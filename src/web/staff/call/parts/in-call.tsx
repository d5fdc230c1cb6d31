// The consultation while it goes on: who it is at the top, the picture large, note and messages beside it, one bar below.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ConsultationView } from '#contract/visit'
import { words as callWords } from '#text/call'
import { words as lockWords } from '#text/lock'
import { words } from '#text/practitioner-call'
import { callPlan, layoutOf } from '../../../call/call-plan.ts'
import { DeviceMenu } from '../../../call/devices/device-menu.tsx'
import { ownDevices } from '../../../call/devices/own-devices.ts'
import { isWithoutMedia } from '../../../call/ladder.ts'
import { useFullScreen } from '../../../call/stage/full-screen.ts'
import { MutedChips } from '../../../call/stage/muted-chips.tsx'
import { oneRemote, remoteStream } from '../../../call/stage/one-remote.ts'
import { QualityChip } from '../../../call/stage/quality-chip.tsx'
import { SelfView } from '../../../call/stage/self-view.tsx'
import { Stage } from '../../../call/stage/stage.tsx'
import { connectionOf, stageFace } from '../../../call/stage/stage-model.ts'
import { useEngine } from '../../../call/stage/use-engine.ts'
import { type Fit, ViewButtons } from '../../../call/stage/view-buttons.tsx'
import { useLadder } from '../../../call/use-ladder.ts'
import { WhoIsHere } from '../../../call/who-is-here.tsx'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { LockIcon } from '../../../ui/icon/work.tsx'
import { Veil } from '../../../ui/veil/veil.tsx'
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts'
import { ladderPorts } from '../ladder-ports.ts'
import type { PractitionerCallModel, ShownCall } from '../practitioner-state.ts'
import { AskEnd, AskSendBack } from './ask-dialogs.tsx'
import { CallCameraRequests } from './call-camera-requests.tsx'
import { CallLines } from './call-lines.tsx'
import { CallPanel, type Tab } from './call-panel.tsx'
import { Called } from './called.tsx'
import { CalledBack } from './called-back.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { ContactStrip } from './contact-strip.tsx'
import { Elapsed } from './elapsed.tsx'
import { EyeLevel } from './eye-level.tsx'
import { Identity } from './identity.tsx'
import { ImpossibleForPractitioner } from './impossible-practitioner.tsx'
import { MoreSheet } from './more-sheet.tsx'
import { NewMessage } from './new-message.tsx'
import { PhoneStage } from './phone-stage.tsx'
import { PractitionerBar } from './practitioner-bar.tsx'
import { useUnread } from './use-unread.ts'
import './in-call.scss'

type Over = 'none' | 'devices' | 'more' | 'end' | 'send-back' | 'contact'

/** Beside the picture where there is room for both. */
const WIDE = '(min-width: 60.0625rem)'

export interface InCallProps {
  model: PractitionerCallModel
  shown: ShownCall
  /** The patient is seen and heard, and nothing is said of who it is. */
  locked: boolean
  onLock?: (() => void) | undefined
}

export function InCall({ model, shown, locked, onLock }: InCallProps) {
  const { view } = shown
  const engine = useEngine(shown.engine)
  const own = useStore(model.local.state)
  const actions = useStore(model.actions)
  const messages = useStore(model.messages)
  const contact = useStore(model.beside.contact.contact)
  const contactTrouble = useStore(model.beside.contact.trouble)
  const plan = useMemo(() => callPlan(view.plan), [view.plan.id, view.plan.basedOn, view.plan.view])
  const layout = layoutOf(plan)
  const frame = useRef<HTMLElement>(null)
  const [tab, setTab] = useState<Tab | null>(() => (layout.panel && matchMedia(WIDE).matches ? 'note' : null))
  const [lastTab, setLastTab] = useState<Tab>('note')
  const [over, setOver] = useState<Over>('none')
  const [selfShown, setSelfShown] = useState(true)
  const [eyeLevel, setEyeLevel] = useState(true)
  const [fit, setFit] = useState<Fit>('contain')
  const fullScreen = useFullScreen(() => frame.current)
  const unread = useUnread(messages, tab === 'messages')
  const name = locked ? lockWords.patient : view.patient.firstName
  const onHold = view.status === 'on-hold'
  const status = onHold ? 'on-hold' : 'being-seen'
  const face =
    view.calledBack || view.called
      ? ({ kind: 'on-hold' } as const)
      : stageFace(engine, { status, theirPicture: view.picture })
  const devices = ownDevices(own, {
    setMuted: (muted) => model.local.setMicrophoneOn(!muted),
    setCameraOn: model.local.setCameraOn,
    request: model.local.request,
    flipCamera: model.local.flipCamera,
    restart: model.local.restart,
  })
  const isPhone = view.medium === 'phone'
  // Of a page that is gone another line tells.
  const isWithout = !isPhone && view.awaySince === null && isWithoutMedia(face)
  const rung = useLadder(isWithout, own.camera === 'on', ladderPorts(model))
  const openTab = (next: Tab | null) => {
    setTab(next)
    if (next) setLastTab(next)
  }
  /** By its key: one goes on in it. */
  const goTo = (next: Tab, into: string) => () => {
    openTab(next)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(into)?.focus())
  }
  useShortcuts({
    sound: isPhone ? null : devices.sound.press,
    picture: isPhone ? null : devices.picture.press,
    ...(locked
      ? {}
      : {
          hold: actions.resume ?? actions.hold,
          note: goTo('note', '#call-note'),
          checklist: goTo('checklist', '.side-panel-tab[aria-selected="true"]'),
          messages: goTo('messages', '#call-message'),
          end: actions.end && (() => setOver('end')),
        }),
  })
  const canHold = (actions.resume ?? actions.hold) !== null
  // What was pressed went away, or could not be pressed for a moment: work goes on at what undoes it. The view may come
  // before the answer to the press, until which nothing can have the focus: so once more when it can be pressed.
  useEffect(() => {
    requestAnimationFrame(() => {
      const at = document.activeElement
      if (!at || at === document.body) document.querySelector<HTMLElement>('.bar-hold')?.focus()
    })
  }, [onHold, canHold])
  const close = () => setOver('none')
  useEffect(() => {
    if (locked) setOver('none')
  }, [locked])
  // The bar that opened it stands elsewhere on a phone: begin in the note itself.
  useEffect(() => {
    if (tab === 'note' && !matchMedia(WIDE).matches) document.getElementById('call-note')?.focus()
  }, [tab])

  return (
    <main ref={frame} class={`call in-call ${tab ? 'in-call-panel' : ''} ${locked ? 'in-call-locked' : ''}`}>
      <header class="in-call-head">
        {!locked && <Identity view={view} now={model.serverNow()} />}
        <div class="in-call-head-end">
          {!locked && onLock && (
            <button type="button" class="call-plain-button" title={lockWords.lockNowLong} onClick={onLock}>
              <LockIcon size={20} />
              <span class="in-call-lock-word">{lockWords.lockNow}</span>
            </button>
          )}
          {!isPhone && (
            <div class="in-call-view">
              <ViewButtons fit={fit} onFit={setFit} fullScreen={fullScreen} look="call" />
            </div>
          )}
          <Elapsed since={view.startedAt} now={model.serverNow} />
        </div>
      </header>
      {contact && !locked && (
        <ContactStrip
          contact={contact}
          name={name}
          onConfirm={(what) => model.beside.confirm(what, true)}
          onChange={() => setOver('contact')}
        />
      )}
      <div class="in-call-stage">
        {!locked && <CallLines rung={rung} model={model} view={view} devices={devices} />}
        {isPhone ? (
          <PhoneStage model={model} view={view} name={name} locked={locked} />
        ) : (
          <Stage
            face={face}
            stream={remoteStream(engine)}
            name={name}
            fit={fit}
            speakerId={own.speakerId}
            theyAreMuted={oneRemote(engine)?.sound === 'muted'}
            impossible={
              <ImpossibleForPractitioner
                name={name}
                phone={locked ? '' : (contact?.phone ?? '')}
                sendBack={locked || !actions.sendBack ? null : () => setOver('send-back')}
              />
            }
            hold={
              view.called ? (
                <Called view={view} name={name} now={model.serverNow} locked={locked} />
              ) : view.calledBack ? (
                <CalledBack name={name} there={view.awaySince === null} phone={locked ? '' : view.patient.phone} />
              ) : (
                <Hold name={name} resume={locked ? null : actions.resume} />
              )
            }
          >
            {!view.calledBack && !view.called && (
              <div class="call-over">
                <QualityChip connection={connectionOf(engine)} />
                <WhoIsHere
                  people={[
                    { name, presence: presenceOf(view, connectionOf(engine)) },
                    { name: callWords.here.you, presence: 'connected' },
                  ]}
                />
                <MutedChips
                  they={!onHold && oneRemote(engine)?.sound === 'muted' ? name : null}
                  you={devices.sound.state === 'off' ? words.soundOff : null}
                />
                {!onHold && !locked && face.kind !== 'impossible' && (
                  <CallCameraRequests beside={model.beside} view={view} engine={engine} plan={plan} />
                )}
              </div>
            )}
            {layout.eyeLevel && eyeLevel && !locked && face.kind === 'showing' && (
              <EyeLevel name={name} onHide={() => setEyeLevel(false)} />
            )}
            {!locked && <NewMessage newest={unread.newest} name={name} onAnswer={() => openTab('messages')} />}
            <SelfView
              own={own}
              sent={onHold ? 'not-sent' : (engine?.ownPicture ?? 'full')}
              shown={selfShown}
              onShow={setSelfShown}
            />
          </Stage>
        )}
      </div>
      <Veil drawn={locked}>
        <CallPanel
          model={model}
          view={view}
          engine={engine}
          tab={tab}
          last={lastTab}
          onOpen={openTab}
          unread={unread.count}
        />
      </Veil>
      <PractitionerBar
        locked={locked}
        devices={isPhone ? null : devices}
        actions={actions}
        onSendBack={() => setOver('send-back')}
        onEnd={() => setOver('end')}
        onDevices={() => setOver('devices')}
        onMore={() => setOver('more')}
        panelOpen={tab !== null}
        onPanel={() => openTab(tab ? null : unread.count > 0 ? 'messages' : lastTab)}
        unread={unread.count}
      />
      <DeviceMenu
        open={over === 'devices'}
        onClose={close}
        local={model.local}
        own={devices}
        selfShown={selfShown}
        onSelfShown={setSelfShown}
      >
        <ViewButtons fit={fit} onFit={setFit} fullScreen={fullScreen} look="button" />
      </DeviceMenu>
      <MoreSheet
        open={over === 'more'}
        onClose={close}
        actions={actions}
        flip={isPhone ? null : devices.flip}
        onSendBack={() => setOver('send-back')}
        onDevices={isPhone ? null : () => setOver('devices')}
      />
      {over === 'contact' && contact && !locked && (
        <ContactDialog
          contact={contact}
          name={name}
          trouble={contactTrouble}
          save={model.beside.saveContact}
          onClose={close}
        />
      )}
      <AskEnd open={over === 'end' && !locked} name={name} beside={model.beside} act={actions.end} onClose={close} />
      <AskSendBack open={over === 'send-back' && !locked} name={name} act={actions.sendBack} onClose={close} />
    </main>
  )
}

function presenceOf(view: ConsultationView, connection: ReturnType<typeof connectionOf>) {
  if (view.awaySince !== null || connection === 'lost') return 'lost'
  return connection === 'checking' && view.status === 'being-seen' ? 'connecting' : 'connected'
}

function Hold({ name, resume }: { name: string; resume: (() => void) | null }) {
  return (
    <>
      <p class="stage-title">{words.hold.title(name)}</p>
      <p class="stage-hint">{words.hold.text(name)}</p>
      <Button onPress={resume}>{words.hold.resume}</Button>
    </>
  )
}
