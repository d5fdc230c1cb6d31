// What the practitioner asks, before the patient: a drawing, one sentence, two buttons. It takes no keyboard away from who
// is writing, and nothing happens before a press.
import { words } from '#text/camera-requests'
import { BY_PERSON } from '../../call/camera-request-offers.ts'
import { CameraRequestPictogram } from '../../call/camera-request-pictogram.tsx'
import { Button } from '../../ui/button/button.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { AskFace } from './patient-aids.ts'
import './camera-request-card.scss'

const OVER = { thanks: words.thanks, sent: words.sent, 'not-sent': words.notSent, cannot: words.cannot } as const

export function CameraRequestCard({ face, name }: { face: AskFace | null; name: string }) {
  return (
    <div class="ask-place">
      {/* Always there, so that what comes into it is said. */}
      <div class="ask-said" role="status">
        {face?.kind === 'sending' && <p class="ask-line">{words.sending(Math.round(face.share * 100))}</p>}
        {face?.kind === 'over' && <p class="ask-line">{OVER[face.how]}</p>}
        {face?.kind === 'working' && (
          <p class="ask-line">
            <Spinner words={face.ask === 'still' ? words.holdStill : words.working} />
          </p>
        )}
      </div>
      {face?.kind === 'open' && <Question face={face} name={name} />}
    </div>
  )
}

function Question({ face, name }: { face: Extract<AskFace, { kind: 'open' }>; name: string }) {
  const { title, text } = words.kinds[face.ask]
  return (
    <section class="camera-request-card" aria-label={title}>
      <span class="camera-request-pictogram">
        <CameraRequestPictogram kind={face.ask} size={48} />
      </span>
      <div class="ask-words" role="alert">
        <p class="ask-who">{words.asks(name)}</p>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div class="ask-answers">
        <Button size="large" onPress={face.allow}>
          {BY_PERSON.includes(face.ask) ? words.done : words.allow}
        </Button>
        <Button kind="secondary" size="large" onPress={face.refuse}>
          {words.notNow}
        </Button>
      </div>
    </section>
  )
}
