// The patients that somebody holds besides the one on the screen, on every page: nobody on hold is forgotten.
import type { QueueVisit } from '#contract/visit'
import { words as texts } from '#text/practitioner-call'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { nameOf } from '../console/person-words.ts'
import type { SignedIn } from '../signed-in.ts'
import './with-you-bar.scss'

const words = texts.alsoWith

export interface WithYouBarProps {
  signedIn: Pick<SignedIn, 'console'>
  /** The visit whose call is on the screen. */
  besides: string | null
  onReturn: (path: string) => void
}

export function WithYouBar({ signedIn, besides, onReturn }: WithYouBarProps) {
  const mine = useStore(signedIn.console.desk)?.mine.filter((visit) => visit.id !== besides) ?? []
  return <WithYou visits={mine} onReturn={(visitId) => onReturn(`/staff/visits/${visitId}`)} />
}

export function WithYou({ visits, onReturn }: { visits: readonly QueueVisit[]; onReturn: (visitId: string) => void }) {
  if (visits.length === 0) return null
  return (
    <section class="with-you-bar" aria-label={words.label}>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <span>{visit.status === 'on-hold' ? words.hold(nameOf(visit)) : words.seen(nameOf(visit))}</span>
            <Button kind="secondary" size="small" onPress={() => onReturn(visit.id)}>
              {words.return(visit.firstName || nameOf(visit))}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
