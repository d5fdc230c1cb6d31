// What the page of one's own sign-in says besides second steps: where one is signed in, and connecting the organisation's
// own sign-in.
import { words as texts } from '#text/factors'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import type { SessionModel } from '../session-model.ts'
import { ConnectProvider } from './connect-provider.tsx'

const words = texts.elsewhere

export function SignInRest({ session }: { session: SessionModel }) {
  const now = useStore(session.session)
  return (
    <>
      <ConnectProvider session={session} />
      <section class="factor stack-s">
        <h2>{words.title}</h2>
        {now.kind === 'signed-in' && <p>{words.text(now.me.openSessions)}</p>}
        <Button kind="secondary" size="small" href="/staff/sign-ins">
          {words.open}
        </Button>
      </section>
    </>
  )
}
