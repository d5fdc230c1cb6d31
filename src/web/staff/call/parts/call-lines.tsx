// What the practitioner must know above the picture, each in one line with what can be done: the patient's page is gone,
// the server is away, a step failed, an own device stopped.
import type { ConsultationView } from '#contract/visit'
import { phoneHref } from '#domain/phone'
import { words as phoneWords } from '#text/phone-practitioner'
import { words } from '#text/practitioner-call'
import { LostDevices } from '../../../call/devices/lost-devices.tsx'
import type { OwnDevices } from '../../../call/devices/own-devices.ts'
import type { Rung } from '../../../call/ladder.ts'
import { useStore } from '../../../kit/store.ts'
import { MicrophoneOffIcon, PhoneIcon } from '../../../ui/icon/equipment.tsx'
import { CrossIcon, WarningIcon } from '../../../ui/icon/signs.tsx'
import { quietWords } from '../../console/quiet-words.ts'
import type { PractitionerCallModel } from '../practitioner-state.ts'

const TROUBLE = { ...words.trouble, ...phoneWords.trouble }

export interface CallLinesProps {
  /** How far a call that brings nothing has come. */
  rung: Rung
  model: PractitionerCallModel
  view: ConsultationView
  devices: OwnDevices
}

export function CallLines({ rung, model, view, devices }: CallLinesProps) {
  const link = useStore(model.link)
  const trouble = useStore(model.trouble)
  const { firstName, phone } = view.patient
  const quiet = quietWords(view)
  return (
    <>
      {view.awaySince !== null && view.medium === 'video' && !view.calledBack && (
        <div class="call-line" role="status">
          <WarningIcon />
          <p class="call-line-words">
            <strong>{words.away.title(firstName, words.time(view.awaySince))}</strong>
            {words.away.text}
          </p>
          {phone && (
            <a class="call-plain-button" href={phoneHref(phone)}>
              <PhoneIcon size={20} />
              <span>{words.away.phone(phone)}</span>
            </a>
          )}
        </div>
      )}
      {/* Always there, so that a screen reader says it when it comes. */}
      <div class="call-said" role="status">
        {quiet && (
          <div class="call-line">
            <MicrophoneOffIcon />
            <p class="call-line-words">
              <strong>{quiet.short}.</strong> {quiet.text}
            </p>
          </div>
        )}
      </div>
      {rung !== 'none' && (
        <div class="call-line" role="status">
          <WarningIcon />
          <p class="call-line-words">
            {rung === 'camera-off' ? words.ladder['camera-off'] : <strong>{words.ladder[rung](firstName)}</strong>}
            {rung === 'phone' && words.ladder.phoneText}
          </p>
          {rung === 'phone' && phone && (
            <a class="call-plain-button" href={phoneHref(phone)}>
              <PhoneIcon size={20} />
              <span>{words.away.phone(phone)}</span>
            </a>
          )}
        </div>
      )}
      {link === 'lost' && (
        <div class="call-line" role="status">
          <WarningIcon />
          <p class="call-line-words">{words.serverLost}</p>
        </div>
      )}
      {trouble && (
        <div class="call-line" role="alert">
          <WarningIcon />
          <p class="call-line-words">
            <strong>{TROUBLE[trouble.step]}</strong>
            {trouble.code === 'offline' ? words.trouble.offline : words.trouble.again}
          </p>
          <button type="button" class="call-plain-button" onClick={model.dismissTrouble}>
            <CrossIcon size={20} />
            <span>{words.trouble.dismiss}</span>
          </button>
        </div>
      )}
      <div class="call-said" role="status">
        {view.medium === 'video' && devices.lost && devices.restart && <LostDevices restart={devices.restart} />}
      </div>
    </>
  )
}
