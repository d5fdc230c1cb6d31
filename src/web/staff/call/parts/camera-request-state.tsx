// What became of the last thing that was asked, and the sharp still on its way, in one line each.
import { useEffect } from 'preact/hooks'
import type { CameraRequestKind } from '#contract/consultation'
import { words } from '#text/practitioner-call'
import { BY_PERSON, insteadOf } from '../../../call/camera-request-offers.ts'
import { CameraRequestPictogram } from '../../../call/camera-request-pictogram.tsx'
import type { StillState } from '../../../media/still-line.ts'
import { CrossIcon } from '../../../ui/icon/signs.tsx'
import type { AskMade } from '../practitioner-camera-requests.ts'
import './camera-request-state.scss'

export interface CameraRequestStateProps {
  asked: AskMade | null
  still: StillState
  name: string
  ask: ((kind: CameraRequestKind) => void) | null
  putAway: () => void
  /** Shows the picture that is here; null while there is none, or it is shown. */
  onShow: (() => void) | null
}

/** Good news needs no press to go. */
const GOES_AFTER_MS = 6000

export function CameraRequestState({ asked, still, name, ask, putAway, onShow }: CameraRequestStateProps) {
  const over = asked?.state === 'done'
  useEffect(() => {
    if (!over) return
    const timer = setTimeout(putAway, GOES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [over, asked?.id])
  const instead = asked?.state === 'cannot' || asked?.state === 'refused' ? insteadOf(asked.kind) : null
  return (
    <div class="camera-request-states" role="status">
      {asked && (
        <div class={`camera-request-state camera-request-state-mark-${asked.state}`}>
          <CameraRequestPictogram kind={asked.kind} />
          <p>
            <strong>{words.asks.asked(words.asks.kinds[asked.kind])}</strong>
            <span>{stateWords(asked, name)}</span>
          </p>
          {instead && ask && asked.state === 'cannot' && (
            <button type="button" class="camera-request-state-instead" onClick={() => ask(instead)}>
              {words.asks.instead(words.asks.kinds[instead])}
            </button>
          )}
          <button type="button" aria-label={words.asks.putAway} onClick={putAway}>
            <CrossIcon size={20} />
          </button>
        </div>
      )}
      {still.kind === 'receiving' && <p class="call-chip">{words.asks.stillComing(Math.round(still.share * 100))}</p>}
      {still.kind === 'failed' && <p class="call-chip">{words.asks.stillFailed}</p>}
      {onShow && (
        <button type="button" class="call-plain-button" onClick={onShow}>
          <CameraRequestPictogram kind="still" size={20} />
          <span>{words.asks.stillShow}</span>
        </button>
      )}
    </div>
  )
}

function stateWords({ kind, state }: AskMade, name: string): string {
  switch (state) {
    case 'sending':
      return words.asks.sending
    case 'waiting':
      return words.asks.waiting(name)
    case 'done':
      return BY_PERSON.includes(kind) ? words.asks.donePerson : words.asks.done
    default:
      return words.asks[state]
  }
}
