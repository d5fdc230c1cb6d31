// The questions asked before something is given up, leaving and video for a phone call, and the number to be phoned on.
import { words } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { PhoneDialog } from '../phone/phone-dialog.tsx'
import type { WaitingModel } from './waiting-model.ts'

export function Questions({ waiting, phone }: { waiting: WaitingModel; phone: string }) {
  const { question, busy, refused } = useStore(waiting.state)
  const close = () => waiting.ask('none')
  const notDone = refused && (
    <Notice kind="error" live="assertive">
      <p>{refused}</p>
    </Notice>
  )
  return (
    <>
      <Dialog
        open={question === 'leave'}
        title={words.leaveTitle}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{words.leaveNo}</Button>
            <Button kind="secondary" busy={busy && words.leaving} onPress={waiting.leave}>
              {words.leaveYes}
            </Button>
          </>
        }
      >
        <p>{words.leaveText}</p>
        {notDone}
      </Dialog>
      {question === 'phone-me' && <PhoneDialog about="ask" phone={phone} yes={waiting.bePhoned} onClose={close} />}
      {question === 'change-number' && (
        <PhoneDialog
          about="change"
          phone={phone}
          busy={busy}
          refused={refused}
          yes={waiting.changePhone}
          onClose={close}
        />
      )}
    </>
  )
}
