// Asks before somebody is taken off the queue.
import { words as texts } from '#text/console'
import { words as problems } from '#text/problems'
import type { Action } from '../../../kit/action.ts'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'

const words = texts.person

export interface RemoveDialogProps {
  name: string
  removal: Action
  onRemove: () => void
  onClose: () => void
}

export function RemoveDialog({ name, removal, onRemove, onClose }: RemoveDialogProps) {
  const doing = useStore(removal.request)
  return (
    <Dialog
      open
      title={words.removeTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={doing.kind === 'busy' && words.removing} onPress={onRemove}>
            {words.removeConfirm}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            {words.keep}
          </Button>
        </>
      }
    >
      <p>{words.removeText}</p>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.removeFailed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
    </Dialog>
  )
}
