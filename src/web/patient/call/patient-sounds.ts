// The sounds of the patient's call, and the patient's choice to keep a hold silent. Knows the visit's state only.
import { type Attendance, type CallSound, followWithSounds } from '../../call/sounds.ts'
import { type Later, later as realLater } from '../../kit/later.ts'
import { createStore, type Store } from '../../kit/store.ts'
import { playChime } from '../../media/chime.ts'
import type { PatientVisitModel } from '../visit-model.ts'

export interface PatientSounds {
  readonly holdSound: Store<boolean>
  close(): void
}

export function createPatientSounds(
  model: Pick<PatientVisitModel, 'view' | 'local'>,
  play: (sound: CallSound) => void = (sound) => void playChime(model.local.state.get().speakerId, sound),
  later: Later = realLater,
): PatientSounds {
  const holdSound = createStore(true)
  const attendance = createStore<Attendance>(attendanceOf(model))
  const stops = [
    model.view.subscribe(() => attendance.set(attendanceOf(model))),
    followWithSounds(
      attendance,
      holdSound,
      (sound) => {
        if (!model.view.get().cannotTalk) play(sound)
      },
      later,
    ),
  ]
  return {
    holdSound,
    close() {
      for (const stop of stops) stop()
    },
  }
}

function attendanceOf(model: Pick<PatientVisitModel, 'view'>): Attendance {
  const { status } = model.view.get().state
  if (status === 'being-seen') return 'there'
  return status === 'on-hold' ? 'on-hold' : 'away'
}
