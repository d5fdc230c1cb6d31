// Connecting one's own sign-in of the organisation with who one is here. Not there where there is no such sign-in.
import { useEffect, useMemo } from 'preact/hooks'
import { words as factors } from '#text/factors'
import { words as problems } from '#text/problems'
import { words } from '#text/provider'
import { createAction } from '../../kit/action.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import type { SessionModel } from '../session-model.ts'

export function ConnectProvider({ session }: { session: SessionModel }) {
  const { provider } = useStore(session.ways.ways)
  const action = useMemo(createAction, [])
  const doing = useStore(action.request)
  useEffect(() => void session.ways.load(), [session])
  if (!provider) return null
  return (
    <section class="factor stack-s">
      <h2>{factors.provider.title}</h2>
      <p>{words.connectHint(provider.name)}</p>
      {doing.kind === 'refused' && (
        <Notice kind="error" live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <Button
        kind="secondary"
        size="small"
        busy={doing.kind === 'busy' && words.connecting}
        onPress={() => void action.run(session.connectProvider)}
      >
        {words.connect(provider.name)}
      </Button>
    </section>
  )
}
