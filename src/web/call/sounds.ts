// When a call makes a sound of its own: somebody came, somebody went, and now and then while on hold. It only says when;
// what plays them is an argument.
import type { Later } from '../kit/later.ts'
import type { Readable } from '../kit/store.ts'

export type CallSound = 'joined' | 'left' | 'on-hold'

/** Whether the other side is there, as far as this page is told. */
export type Attendance = 'there' | 'on-hold' | 'away'

/** The sound for a change; null where nothing is to be heard. */
export function soundOf(before: Attendance | null, now: Attendance): CallSound | null {
  if (before === now) return null
  if (now === 'on-hold') return 'on-hold'
  if (now === 'there') return before === 'on-hold' ? null : 'joined'
  return before === null ? null : 'left'
}

/** Often enough to say "you are still on hold", seldom enough to bear. */
export const HOLD_SOUND_EVERY_MS = 20_000

/** Plays a sound when `attendance` changes. `holdSound` false keeps the hold silent. Returns what stops it. */
export function followWithSounds(
  attendance: Readable<Attendance>,
  holdSound: Readable<boolean>,
  play: (sound: CallSound) => void,
  later: Later,
): () => void {
  let cancel: (() => void) | null = null
  const again = () => {
    cancel = later(() => {
      if (holdSound.get()) play('on-hold')
      again()
    }, HOLD_SOUND_EVERY_MS)
  }
  const change = (before: Attendance | null, now: Attendance) => {
    const sound = soundOf(before, now)
    cancel?.()
    cancel = null
    if (now === 'on-hold') again()
    if (sound && (sound !== 'on-hold' || holdSound.get())) play(sound)
  }
  let last = attendance.get()
  change(null, last)
  const stop = attendance.subscribe((now) => {
    change(last, now)
    last = now
  })
  return () => {
    stop()
    cancel?.()
  }
}
