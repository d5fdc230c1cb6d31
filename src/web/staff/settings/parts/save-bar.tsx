// The foot of a settings form: saving, and how it went.

import { words as problems } from '#text/problems'
import { words } from '#text/settings'
import type { Doing } from '../../../kit/ask.ts'
import { Button } from '../../../ui/button/button.tsx'
import { TickIcon } from '../../../ui/icon/signs.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'

export function SaveBar({ doing, changed, of }: { doing: Doing; changed: boolean; of: string }) {
  return (
    <div class="settings-save">
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.notSaved} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <Button submit busy={doing.kind === 'busy' && words.saving} label={`${words.save}: ${of}`}>
        {words.save}
      </Button>
      <span class="small settings-saved" role="status">
        {doing.kind === 'done' && (
          <>
            <TickIcon size={20} /> {words.saved}
          </>
        )}
        {changed && doing.kind !== 'busy' && words.unsaved}
      </span>
    </div>
  )
}
