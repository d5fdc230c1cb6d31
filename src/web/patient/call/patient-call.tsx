// The patient's call: the face first, then three large buttons, a message field, and words for whatever is not as usual.
// It draws the visit's model and asks it; ending, waiting and errors of the page are the page's.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { LONGEST_MESSAGE } from '#domain/message'
import { words } from '#text/call'
import { words as phoneWords } from '#text/phone-dialog'
import { LostDevices } from '../../call/devices/lost-devices.tsx'
import { ownDevices } from '../../call/devices/own-devices.ts'
import { isWithoutMedia } from '../../call/ladder.ts'
import { MessageField } from '../../call/messages/message-field.tsx'
import { useFullScreen } from '../../call/stage/full-screen.ts'
import { MutedChips } from '../../call/stage/muted-chips.tsx'
import { oneRemote, remoteStream } from '../../call/stage/one-remote.ts'
import { PictureFirst } from '../../call/stage/picture-first.tsx'
import { QualityChip } from '../../call/stage/quality-chip.tsx'
import { SelfView } from '../../call/stage/self-view.tsx'
import { Stage } from '../../call/stage/stage.tsx'
import { connectionOf, stageFace } from '../../call/stage/stage-model.ts'
import { useEngine } from '../../call/stage/use-engine.ts'
import { ViewButtons } from '../../call/stage/view-buttons.tsx'
import { useLadder } from '../../call/use-ladder.ts'
import { WhoIsHere } from '../../call/who-is-here.tsx'
import { lazily } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import { SampleBanner } from '../../ui/banner/sample-banner.tsx'
import { FlipCameraIcon, MicrophoneOffIcon, PhoneIcon } from '../../ui/icon/equipment.tsx'
import { WarningIcon } from '../../ui/icon/signs.tsx'
import { PhoneDialog } from '../phone/phone-dialog.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { PatientBar } from './patient-bar.tsx'
import { PatientHead } from './patient-head.tsx'
import { PatientHold } from './patient-hold.tsx'
import { PatientMessages } from './patient-messages.tsx'
import { createPatientSounds } from './patient-sounds.ts'
import { useAids } from './use-aids.ts'
import '../../call/call.scss'
import './patient-call.scss'

/** Fetched when it is first wanted. */
const devicesPart = lazily(() => import('../../call/devices/device-menu.tsx'))
const impossiblePart = lazily(() => import('./impossible-patient.tsx'))
const helpPart = lazily(() => import('./help-sheet.tsx'))

export interface PatientCallProps {
  model: PatientVisitModel
  /** What was half typed before the call. */
  draft?: () => string
  /** The clinic's message that was on screen last, before the call. */
  seen?: () => string | null
}

export function PatientCall({ model, draft, seen }: PatientCallProps) {
  const { state } = model.view.get()
  const name = state.status === 'being-seen' ? state.practitionerName : ''
  return (
    <PictureFirst
      stream={state.status === 'being-seen' ? remoteStream(model.engine.get()?.state.get(), state.participantId) : null}
      label={name || words.patient.clinic}
    >
      {() => <Call model={model} draft={draft} seen={seen} />}
    </PictureFirst>
  )
}

function Call({ model, draft, seen }: PatientCallProps) {
  const view = useStore(model.view)
  const link = useStore(model.link)
  const engine = useEngine(useStore(model.engine))
  const own = useStore(model.local.state)
  const messages = useStore(model.messages)
  const frame = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<'none' | 'help' | 'devices'>('none')
  const typesNext = useRef(false)
  // After the dialog has given the focus back, which it does as it goes.
  useEffect(() => {
    if (over !== 'none' || !typesNext.current) return
    typesNext.current = false
    document.getElementById('call-message')?.focus()
  }, [over])
  const help = usePart(helpPart, over === 'help')
  const choices = usePart(devicesPart, over === 'devices')
  const [leaving, setLeaving] = useState(false)
  const [phoning, setPhoning] = useState(false)
  const [selfShown, setSelfShown] = useState(true)
  const [fit, setFit] = useState<'contain' | 'cover'>('cover')
  const fullScreen = useFullScreen(() => frame.current)
  const sounds = useMemo(() => createPatientSounds(model), [model])
  useEffect(() => () => sounds.close(), [sounds])

  const status = view.state.status === 'on-hold' ? 'on-hold' : 'being-seen'
  const face = stageFace(engine, { status, theirPicture: null })
  const rung = useLadder(isWithoutMedia(face), own.camera === 'on', {
    cameraOff() {
      const isOn = model.local.state.get().camera === 'on'
      if (isOn) void model.setCameraOn(false)
      return isOn
    },
    cameraOn() {
      if (!model.view.get().phoneMe) void model.setCameraOn(true)
    },
  })
  const impossible = usePart(impossiblePart, face.kind === 'impossible')
  const aids = useAids(face.kind === 'showing')
  const { state } = view
  if (state.status !== 'being-seen' && state.status !== 'on-hold') return null
  const name = state.practitionerName || words.patient.clinic
  const devices = ownDevices(own, {
    setMuted: model.setMuted,
    setCameraOn: model.setCameraOn,
    request: model.local.request,
    flipCamera: model.local.flipCamera,
    restart: model.local.restart,
  })
  const onHold = state.status === 'on-hold'
  const connection = connectionOf(engine)
  return (
    <div class="call-frame">
      {view.area.sample && <SampleBanner />}
      <div ref={frame} class="call call-dark patient-call">
        <PatientHead
          name={name}
          title={state.practitionerTitle}
          fit={fit}
          onFit={setFit}
          fullScreen={fullScreen}
          onHelp={() => setOver('help')}
        />
        <main class="patient-call-main">
          <p class="visually-hidden" role="status">
            {onHold && `${words.patient.hold.title(name)} ${words.patient.hold.stay}`}
          </p>
          <Stage
            face={face}
            stream={remoteStream(engine, state.participantId)}
            name={name}
            fit={fit}
            speakerId={own.speakerId}
            theyAreMuted={oneRemote(engine)?.sound === 'muted'}
            silent={view.cannotTalk ?? false}
            impossible={impossible && <impossible.ImpossibleForPatient name={name} support={view.area.support} />}
            hold={<PatientHold name={name} sound={sounds.holdSound} />}
          >
            {!onHold && (
              <div class="call-over">
                <QualityChip connection={connection} />
                <WhoIsHere
                  people={[
                    { name, presence: connection === 'lost' ? 'lost' : 'connected' },
                    { name: words.here.you, presence: 'connected' },
                  ]}
                />
                <MutedChips
                  they={oneRemote(engine)?.sound === 'muted' ? name : null}
                  you={devices.sound.state === 'off' && !view.cannotTalk ? words.patient.theyCannotHear : null}
                />
                {devices.flip && face.kind !== 'impossible' && (
                  <button type="button" class="call-plain-button" onClick={devices.flip}>
                    <FlipCameraIcon size={20} />
                    <span>{words.bar.flip}</span>
                  </button>
                )}
                <button type="button" class="call-plain-button" onClick={() => setPhoning(true)}>
                  <PhoneIcon size={20} />
                  <span>{phoneWords.inCall}</span>
                </button>
              </div>
            )}
            {!onHold && face.kind !== 'impossible' && (
              <SelfView own={own} sent={engine?.ownPicture ?? 'full'} shown={selfShown} onShow={setSelfShown} />
            )}
          </Stage>
          <PatientMessages
            messages={messages}
            seen={seen}
            onHold={onHold}
            onEarlier={view.earlierMessages ? model.showEarlier : null}
          />
          {aids && (
            <aids.PatientAidsPart
              model={model}
              name={name}
              atEase={(connection === 'good' || connection === 'fair') && engine?.ownPicture === 'full'}
              onHold={onHold}
            />
          )}
        </main>
        <footer class="patient-call-foot">
          {/* Always there, so that what comes into it is said. */}
          <div class="call-said" role="status">
            {link === 'lost' && (
              <div class="call-line">
                <WarningIcon />
                <p class="call-line-words">
                  {connection === 'lost' ? words.patient.allLost : words.patient.serverLost}
                  {connection === 'lost' &&
                    view.area.support.phone &&
                    ` ${words.patient.stillLost(view.area.support.phone)}`}
                </p>
              </div>
            )}
            {rung !== 'none' && link !== 'lost' && (
              <div class="call-line">
                <WarningIcon />
                <p class="call-line-words">{words.patient.ladder[rung]}</p>
                {rung === 'phone' && (
                  <button type="button" class="call-plain-button" onClick={() => setPhoning(true)}>
                    <PhoneIcon size={20} />
                    <span>{phoneWords.inCall}</span>
                  </button>
                )}
              </div>
            )}
            {view.cannotTalk && (
              <div class="call-line">
                <MicrophoneOffIcon />
                <p class="call-line-words">{words.patient.silent}</p>
                <button type="button" class="call-plain-button" onClick={() => model.setCannotTalk(false)}>
                  <span>{words.patient.canTalk}</span>
                </button>
              </div>
            )}
            {devices.lost && devices.restart && <LostDevices restart={devices.restart} />}
          </div>
          <MessageField
            id="call-message"
            label={words.messages.field}
            send={model.sendMessage}
            limit={LONGEST_MESSAGE}
            draft={draft}
          />
          <PatientBar own={devices} onLeave={() => setLeaving(true)} />
        </footer>
        {over === 'devices' && choices && (
          <choices.DeviceMenu
            open
            onClose={() => setOver('none')}
            local={model.local}
            own={devices}
            selfShown={selfShown}
            onSelfShown={setSelfShown}
          >
            <ViewButtons fit={fit} onFit={setFit} fullScreen={fullScreen} look="button" />
          </choices.DeviceMenu>
        )}
        {over === 'help' && help && (
          <help.HelpSheet
            name={name}
            phone={view.area.support.phone}
            restart={devices.restart}
            tell={model.sendMessage}
            type={() => {
              setOver('none')
              typesNext.current = true
            }}
            cannotTalk={
              view.cannotTalk
                ? null
                : () => {
                    setOver('none')
                    model.setCannotTalk(true)
                  }
            }
            phoneMe={() => {
              setOver('none')
              setPhoning(true)
            }}
            devices={() => setOver('devices')}
            onClose={() => setOver('none')}
          />
        )}
        {phoning && (
          <PhoneDialog
            about="ask"
            phone={view.phone}
            yes={(number) => model.bePhoned(number === view.phone ? null : number)}
            onClose={() => setPhoning(false)}
          />
        )}
        <LeaveDialog open={leaving} name={name} leave={model.leave} onClose={() => setLeaving(false)} />
      </div>
    </div>
  )
}

export { WarmPicture } from '../../call/stage/remote-picture.tsx'
