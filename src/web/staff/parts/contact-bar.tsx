// A quiet line while the server is out of reach, with the age of what is on the screen.
import { words as people } from '#text/people'
import { words } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { StaffModel } from '../staff-model.ts'

export function ContactBar({ staff }: { staff: StaffModel }) {
  const contact = useStore(staff.contact)
  const now = useStore(staff.now)
  return (
    <div class="contact-bar" role="status">
      {contact.kind === 'lost' && (
        <p>
          <Spinner words={words.contact.lost} />
          {staff.areas.get() && (
            <span>
              {words.contact.age(people.time(contact.since), Math.max(0, Math.floor((now - contact.since) / 60_000)))}
            </span>
          )}
        </p>
      )}
    </div>
  )
}
