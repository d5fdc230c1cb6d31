// After a reload a browser plays no sound until somebody presses something on the page: said, so that nobody relies on it.
import { useEffect, useState } from 'preact/hooks'
import { words as texts } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { BellIcon } from '../../ui/icon/equipment.tsx'
import type { SignedIn } from '../signed-in.ts'

const words = texts.alerts
const PRESSES = ['pointerup', 'keyup'] as const

export function SilentBar({ signedIn }: { signedIn: SignedIn }) {
  const { sound } = useStore(signedIn.preferences.alerts)
  const [silent, setSilent] = useState(() => navigator.userActivation?.hasBeenActive === false)
  useEffect(() => {
    if (!silent) return
    const look = () => setSilent(navigator.userActivation?.hasBeenActive === false)
    for (const press of PRESSES) addEventListener(press, look)
    return () => {
      for (const press of PRESSES) removeEventListener(press, look)
    }
  }, [silent])
  if (!silent || !sound) return null
  return (
    <div class="silent-bar" role="status">
      <BellIcon size={20} />
      <span>{words.silent}</span>
      <Button kind="quiet" size="small" onPress={signedIn.playChime}>
        {words.silentPress}
      </Button>
    </div>
  )
}
