// Asks what shall become of a call before its page is left. Staying is always possible; hold is the answer that costs least.
import { useEffect } from 'preact/hooks'
import { words as phone } from '#text/phone-practitioner'
import { words as texts } from '#text/practitioner-call'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import type { PractitionerCallModel } from '../call/practitioner-state.ts'
import type { Becomes, LeaveCall } from '../leave-call.ts'
import './leave-call-dialog.scss'

const words = texts.leaveDialog

export interface LeaveCallDialogProps {
  leaveCall: LeaveCall
  call: PractitionerCallModel | null
}

export function LeaveCallDialog({ leaveCall, call }: LeaveCallDialogProps) {
  const asked = useStore(leaveCall.asked)
  return asked && call ? <Asked leaveCall={leaveCall} call={call} /> : null
}

function Asked({ leaveCall, call }: LeaveCallDialogProps & { call: PractitionerCallModel }) {
  const actions = useStore(call.actions)
  const view = useStore(call.view)
  const stage = useStore(call.stage)
  const link = useStore(call.link)
  const name = view?.patient.firstName ?? ''
  const goesOn = stage.kind === 'call' && view?.status === 'being-seen'
  // The patient left, or another window has the call: there is nothing to be asked any more.
  useEffect(() => {
    if (!goesOn) leaveCall.stay()
  }, [goesOn])
  const answers: { becomes: Becomes; title: string; text: string }[] = [
    { becomes: 'hold', title: words.hold, text: words.holdText(name) },
    { becomes: 'sendBack', title: words.sendBack, text: words.sendBackText },
    { becomes: 'end', title: words.end, text: words.endText },
  ]
  return (
    <Dialog
      open
      firm
      title={words.title(name)}
      onClose={leaveCall.stay}
      actions={
        <Button kind="secondary" onPress={leaveCall.stay}>
          {words.stay}
        </Button>
      }
    >
      <p>{view?.medium === 'phone' ? phone.leave : words.text(name)}</p>
      {link !== 'open' && <p role="status">{words.lost}</p>}
      <ul class="leave-call">
        {answers.map(({ becomes, title, text }) => (
          <li key={becomes}>
            <Button
              kind={becomes === 'hold' ? 'primary' : 'secondary'}
              onPress={actions[becomes] && (() => leaveCall.choose(becomes))}
            >
              {title}
            </Button>
            <span class="soft small">{text}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
