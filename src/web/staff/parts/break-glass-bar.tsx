// The mark on every page while a service is open by break-glass: which, how long, and the way to give it back.
import { useMemo } from 'preact/hooks'
import type { OpenBreakGlass } from '#contract/break-glass'
import { words as texts } from '#text/break-glass'
import { createAction } from '../../kit/action.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { WarningIcon } from '../../ui/icon/signs.tsx'
import type { SignedIn } from '../signed-in.ts'
import type { StaffApp } from '../staff-app.ts'
import './break-glass-bar.scss'

const words = texts.bar

export interface GlassBarProps {
  app: StaffApp
  signedIn: SignedIn
  /** Small, and nothing to press: a call is not for giving it back. */
  inCall?: boolean
}

export function BreakGlassBar({ app, signedIn, inCall = false }: GlassBarProps) {
  const session = useStore(app.session.session)
  const open = session.kind === 'signed-in' ? session.me.glass : signedIn.me.glass
  return (
    <>
      {open.map((one) => (
        <Bar key={one.id} app={app} signedIn={signedIn} inCall={inCall} glass={one} />
      ))}
    </>
  )
}

function Bar({ app, signedIn, inCall, glass }: GlassBarProps & { glass: OpenBreakGlass }) {
  const now = useStore(signedIn.staff.now)
  const action = useMemo(createAction, [])
  const doing = useStore(action.request)
  const minutes = Math.max(0, Math.ceil((glass.endsAt - now) / 60_000))
  const close = () =>
    action.run(async () => {
      await signedIn.apiCall('POST', `/api/staff/break-glass/${glass.id}/close`, {})
      await app.session.check()
    })
  if (inCall)
    return (
      <section class="break-glass-bar break-glass-bar-call" aria-label={words.label}>
        <WarningIcon size={20} />
        <p>{words.inCall(glass.serviceName, minutes)}</p>
      </section>
    )
  return (
    <section class="break-glass-bar" aria-label={words.label}>
      <WarningIcon size={20} />
      <p>{words.open(glass.serviceName, minutes)}</p>
      {doing.kind === 'refused' && <p role="alert">{words.failed}</p>}
      <Button kind="secondary" size="small" busy={doing.kind === 'busy' && words.closing} onPress={() => void close()}>
        {words.close(glass.serviceName)}
      </Button>
    </section>
  )
}
