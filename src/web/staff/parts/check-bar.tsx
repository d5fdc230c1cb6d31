// A quiet line at the desk when one's own equipment was never checked, or not within the last day. It can be put off.
import { words as people } from '#text/people'
import { words as texts } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { CameraIcon } from '../../ui/icon/equipment.tsx'
import { checkAge } from '../own-equipment.ts'
import type { SignedIn } from '../signed-in.ts'

const words = texts.ownCheck

export function CheckBar({ signedIn }: { signedIn: SignedIn }) {
  const found = useStore(signedIn.own.found)
  const now = useStore(signedIn.staff.now)
  // Calls come between: it is not asked again after each.
  const later = useStore(signedIn.own.putOff)
  const age = checkAge(found, now)
  if (later || age === 'fresh') return null
  return (
    <div class="check-bar" role="status">
      <CameraIcon size={20} />
      <span>{found && age === 'old' ? words.old(people.dayAndTime(found.at)) : words.never}</span>
      <span class="check-bar-acts">
        <Button kind="quiet" size="small" onPress={() => signedIn.equipmentOpen.set(true)}>
          {words.open}
        </Button>
        <Button kind="quiet" size="small" onPress={() => signedIn.own.putOff.set(true)}>
          {words.later}
        </Button>
      </span>
    </div>
  )
}
