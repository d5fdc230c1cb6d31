// "Send a form": which one. It is the second of two presses.
import { useState } from 'preact/hooks'
import { words } from '#text/forms-staff'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { StaffFormsModel } from './forms-model.ts'

interface SendFormDialogProps {
  model: StaffFormsModel
  patientName: string
  onClose: () => void
}

export function SendFormDialog({ model, patientName, onClose }: SendFormDialogProps) {
  const offered = useStore(model.offered)
  const state = useStore(model.state)
  const doing = useStore(model.sending.request)
  const [sent, setSent] = useState<readonly string[]>([])
  const asked = state.kind === 'loaded' ? state.forms.map(({ form }) => form.source) : []
  const send = (id: string) =>
    void model.send(id).then((done) => {
      if (done) setSent([...sent, id])
    })
  return (
    <Dialog
      open
      title={words.sendTitle(patientName)}
      onClose={onClose}
      actions={
        <Button kind="secondary" onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <p class="soft">{words.sendText}</p>
      {doing.kind === 'refused' && (
        <Notice kind="error" live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      {!offered && doing.kind !== 'refused' && <Spinner words={words.loading} />}
      <ul class="forms-pane-offered">
        {offered?.map(({ id, title, source }) => {
          const there = sent.includes(id) ? words.sent : asked.includes(source) ? words.asked : null
          return (
            <li key={id}>
              <Button kind="secondary" wide onPress={there ? null : () => send(id)}>
                {there ? words.withState(title, there) : title}
              </Button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
