// A line at the top for whoever may not know that their sign-in was used on a new device, until they say that they do.
import { useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { words as people } from '#text/people'
import { words } from '#text/sign-ins'
import { createAction } from '../../kit/action.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import './sign-ins.scss'

export function DeviceBar({ me, know }: { me: Me; know: () => Promise<void> }) {
  const action = useMemo(createAction, [])
  const doing = useStore(action.request)
  const [newest] = me.newDevices
  if (!newest) return null
  return (
    <div class="device-bar" role="status">
      <p>
        <strong>{words.fresh.title(words.device(newest.browser, newest.system), people.dayAndTime(newest.at))}</strong>{' '}
        {words.fresh.from(newest.address)}
      </p>
      <Button
        kind="quiet"
        size="small"
        busy={doing.kind === 'busy' && words.ending}
        onPress={() => void action.run(know)}
      >
        {words.fresh.known}
      </Button>
      <Button kind="quiet" size="small" href="/staff/sign-ins">
        {words.fresh.look}
      </Button>
    </div>
  )
}
