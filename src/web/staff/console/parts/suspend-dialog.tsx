// Suspending a waiting area: nobody is turned away without being told what to do instead.
import { words as texts } from '#text/console'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import type { AreaActions } from '../area-actions.ts'

const words = texts.area
const LONGEST_TEXT = 400

export function SuspendDialog({ name, actions, onClose }: { name: string; actions: AreaActions; onClose: () => void }) {
  const typed = useStore(actions.suspensionTexts)
  const doing = useStore(actions.suspension.request)
  const type = (change: Partial<typeof typed>) => actions.suspensionTexts.update((now) => ({ ...now, ...change }))
  const tooLong = typed.patientText.trim().length > LONGEST_TEXT || typed.staffText.trim().length > LONGEST_TEXT
  const suspend = tooLong ? null : actions.suspendable()
  return (
    <Dialog
      open
      firm
      title={words.suspendTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button
            busy={doing.kind === 'busy' && words.suspending}
            onPress={suspend && (() => void suspend().then((done) => done && onClose()))}
          >
            {words.suspendConfirm}
          </Button>
          <Button kind="secondary" onPress={onClose}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <p>{words.suspendHint}</p>
      <TextArea
        id="suspend-patients"
        label={words.patientText}
        hint={words.patientTextHint}
        rows={3}
        limit={LONGEST_TEXT}
        value={typed.patientText}
        onInput={(patientText) => type({ patientText })}
      />
      <TextArea
        id="suspend-staff"
        label={words.staffText}
        hint={words.staffTextHint}
        optional
        rows={2}
        limit={LONGEST_TEXT}
        value={typed.staffText}
        onInput={(staffText) => type({ staffText })}
      />
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
    </Dialog>
  )
}
