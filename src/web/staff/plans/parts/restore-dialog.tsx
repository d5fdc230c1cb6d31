// Asks before an organisation's own words, or a plan of its own, are deleted.
import { words as texts } from '#text/plans-staff'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { OpenPlan, PlansModel } from '../plans-model.ts'

const words = texts.page

export interface RestoreDialogProps {
  model: PlansModel
  open: OpenPlan
  name: string
  basis: string
  onClose: () => void
}

export function RestoreDialog({ model, open, name, basis, onClose }: RestoreDialogProps) {
  const { request } = useStore(open.form.state)
  const { builtIn } = open
  const confirm = () => void model.restore().then((done) => done && onClose())
  return (
    <Dialog
      open
      title={builtIn ? words.restoreTitle(name) : words.removeTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={request.kind === 'busy' && words.doing} onPress={confirm}>
            {builtIn ? words.restoreConfirm : words.removeConfirm}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            {words.keep}
          </Button>
        </>
      }
    >
      <p>{builtIn ? words.restoreText : words.removeText(basis)}</p>
      {request.kind === 'refused' && (
        <Notice kind="error" title={words.notDone} live="assertive">
          <p>{problems[request.refusal.code](request.refusal.detail)}</p>
        </Notice>
      )}
    </Dialog>
  )
}
