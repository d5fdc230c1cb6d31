// The offer to get ready while waiting: small, and there from the first moment, so that nothing jumps when the rest of it
// has been fetched.
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { words as door } from '#text/door'
import { words } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { LastWorked } from '../last-worked.ts'
import type { PatientVisitModel } from '../visit-model.ts'
import type { WaitingModel } from './waiting-model.ts'

/** The other ways out, for whoever finds that video is not for today. */
export interface PrepareWays {
  useSound: (() => void) | null
  phoneMe: (() => void) | null
}

export type Ready =
  /** `load` fetches it now, or once more. */
  | { readonly is: 'coming' | 'failed'; readonly load: () => void }
  | { readonly is: 'here'; readonly draw: (ways: PrepareWays) => ComponentChildren }

export interface PrepareSlotProps {
  visit: PatientVisitModel
  waiting: WaitingModel
  lastWorked: LastWorked | null
  ready: Ready
}

export function PrepareSlot({ visit, waiting, lastWorked, ready }: PrepareSlotProps) {
  const { prepare } = useStore(waiting.state)
  const { talk } = useStore(visit.view)
  const { camera } = useStore(visit.local.state)
  // What a practitioner agreed with them is shown without being asked for.
  const open = prepare === 'open' || (prepare === 'offered' && talk.agreed !== null)
  const fetchNow = open && ready.is === 'coming' ? ready.load : null
  useEffect(() => fetchNow?.(), [fetchNow === null])
  if (!open) return <Offer small={prepare === 'put-off'} waiting={waiting} lastWorked={lastWorked} />
  if (ready.is === 'here')
    return (
      <div class="prepare-open">
        {ready.draw({
          useSound: camera === 'on' ? waiting.toggleSoundOnly : null,
          phoneMe: () => waiting.ask('phone-me'),
        })}
      </div>
    )
  if (ready.is === 'coming') return <Spinner words={words.prepareLoading} />
  return (
    <Notice
      kind="warning"
      title={words.prepareFailed}
      live="polite"
      actions={
        <Button size="small" onPress={ready.load}>
          {words.prepareTryAgain}
        </Button>
      }
    />
  )
}

function Offer({ small, waiting, lastWorked }: { small: boolean } & Pick<PrepareSlotProps, 'waiting' | 'lastWorked'>) {
  const begin = () => waiting.setPrepare('open')
  if (small)
    return (
      <p class="prepare-later">
        <Button kind="quiet" onPress={begin}>
          {words.prepareTitle}
        </Button>
      </p>
    )
  return (
    <section class="prepare-offer stack-s" aria-labelledby="prepare-offer">
      <h2 id="prepare-offer">{words.prepareTitle}</h2>
      <p>{words.prepareText}</p>
      {lastWorked && <p>{door.lastWorked(lastWorked.device, lastWorked.day)}</p>}
      <div class="prepare-offer-ways">
        <Button onPress={begin}>{words.prepareBegin}</Button>
        <Button kind="quiet" onPress={() => waiting.setPrepare('put-off')}>
          {words.prepareLater}
        </Button>
      </div>
    </section>
  )
}
