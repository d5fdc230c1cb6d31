// Whether there are passwords. What cannot be done now says why, and what to do first.
import { words as problems } from '#text/problems'
import { words as texts } from '#text/provider'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { SignInSettingsModel } from '../sign-in-settings-model.ts'

const words = texts.only

export function ProviderOnly({ model, name, only }: { model: SignInSettingsModel; name: string; only: boolean }) {
  const setOnly = useStore(model.setOnly)
  const doing = useStore(model.closing.request)
  return (
    <section class="settings-part stack-s" aria-labelledby="only-title">
      <h2 id="only-title">{words.title}</h2>
      <p role="status">{only ? words.closed(name) : words.open}</p>
      <p class="soft small">{words.hint}</p>
      {!only && !setOnly && <Notice title={words.notTried(name)} />}
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <div>
        <Button
          kind={only ? 'secondary' : 'danger'}
          size="small"
          busy={doing.kind === 'busy' && words.saving}
          onPress={setOnly && (() => void setOnly(!only))}
        >
          {only ? words.allow : words.close}
        </Button>
      </div>
    </section>
  )
}
