// On hold, said so that nobody can doubt it: stay, nobody hears you, nothing is sent.
import { words } from '#text/call'
import { type Store, useStore } from '../../kit/store.ts'
import { HoldIcon } from '../../ui/icon/equipment.tsx'
import { LockIcon } from '../../ui/icon/signs.tsx'
import './patient-hold.scss'

export function PatientHold({ name, sound }: { name: string; sound: Store<boolean> }) {
  const on = useStore(sound)
  return (
    <>
      <span class="patient-hold-sign">
        <HoldIcon size={48} />
      </span>
      <div class="patient-hold-words">
        <p class="patient-hold-title">{words.patient.hold.title(name)}</p>
        <p class="patient-hold-stay">{words.patient.hold.stay}</p>
        <p class="patient-hold-private">
          <LockIcon size={20} />
          <span>{words.patient.hold.private}</span>
        </p>
      </div>
      <label class="patient-hold-sound">
        <input type="checkbox" checked={on} onChange={(event) => sound.set(event.currentTarget.checked)} />
        <span>{words.patient.hold.chime}</span>
      </label>
    </>
  )
}
