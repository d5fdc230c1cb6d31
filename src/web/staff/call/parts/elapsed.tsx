// How long the consultation lasts already. Counts by the server's clock; never said aloud by itself.
import { words } from '#text/call'
import { elapsedText } from '../../../call/person-facts.ts'
import { useTick } from '../../../kit/use-tick.ts'
import { ClockIcon } from '../../../ui/icon/signs.tsx'

export function Elapsed({ since, now }: { since: number; now: () => number }) {
  useTick(1000)
  return (
    <p class="call-chip call-elapsed" role="timer">
      <ClockIcon size={20} />
      <span class="visually-hidden">{words.elapsed.label}</span>
      <span>{elapsedText(now() - since)}</span>
    </p>
  )
}
