// The foot of a settings form: saving, and how it went.
import { words as problems } from '#text/problems'
import { words } from '#text/settings'
import type { RequestState } from '../../../kit/api-call.ts'
import { Button } from '../../../ui/button/button.tsx'
import { TickIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'

export function SaveBar({ request, changed, of }: { request: RequestState; changed: boolean; of: string }) {
  return (
    <div class="settings-save">
      {request.kind === 'refused' && (
        <Notice kind="error" title={words.notSaved} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
      <Button submit busy={request.kind === 'busy' && words.saving} label={`${words.save}: ${of}`}>
        {words.save}
      </Button>
      <span class="small settings-saved" role="status">
        {request.kind === 'done' && (
          <>
            <TickIcon size={20} /> {words.saved}
          </>
        )}
        {changed && request.kind !== 'busy' && words.unsaved}
      </span>
    </div>
  )
}
