// What stands on other people's websites: the button to a waiting area, and the line under it.
import type { OpennessView } from '#contract/openness'
import { words as time } from './time.ts'

export const words = {
  /** Unless the website says something else. */
  start: 'Start video call',
  /** What the line under the button says. `ownZone`: the reader's, so that the clinic's is named only where it differs. */
  status({ openness, now }: OpennessView, ownZone: string): string {
    if (openness.state === 'open') return 'Open now'
    if (openness.state === 'suspended') return 'No video calls just now'
    if (openness.opensAt === null) return 'Closed now'
    const when = time.opening(openness.opensAt, now, openness.timeZone).replace(/^(on|today at) /, '')
    const zone = openness.timeZone === ownZone ? '' : `, ${time.zone(openness.timeZone)}`
    return `Closed until ${when}${zone}`
  },
}
