// The rarer controls where the bar has no room: each with a line on what it does.
import { words as deviceWords } from '#text/call-devices'
import { words } from '#text/practitioner-call'
import { Button } from '../../../ui/button/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { FlipCameraIcon, HoldIcon, ResumeIcon } from '../../../ui/icon/equipment.tsx'
import { ArrowLeftIcon, RefreshIcon } from '../../../ui/icon/signs.tsx'
import { SettingsIcon } from '../../../ui/icon/work.tsx'
import type { CallActions } from '../practitioner-state.ts'
import './more-sheet.scss'

export interface MoreSheetProps {
  open: boolean
  onClose: () => void
  actions: CallActions
  flip: (() => void) | null
  onSendBack: () => void
  /** Null: nothing of one's own is sent, so there is nothing to choose or to make anew. */
  onDevices: (() => void) | null
}

export function MoreSheet({ open, onClose, actions, flip, onSendBack, onDevices }: MoreSheetProps) {
  const closing = (act: (() => void) | null) =>
    act &&
    (() => {
      onClose()
      act()
    })
  return (
    <Dialog open={open} title={words.bar.more} onClose={onClose}>
      <div class="more-sheet">
        {actions.resume ? (
          <Button kind="secondary" wide icon={<ResumeIcon />} onPress={closing(actions.resume)}>
            {words.hold.resume}
          </Button>
        ) : (
          <Button kind="secondary" wide icon={<HoldIcon />} onPress={closing(actions.hold)}>
            {words.bar.hold}
          </Button>
        )}
        <Button kind="secondary" wide icon={<ArrowLeftIcon />} onPress={closing(actions.sendBack && onSendBack)}>
          {words.bar.sendBackLong}
        </Button>
        {onDevices && (
          <>
            <Button kind="secondary" wide icon={<RefreshIcon />} onPress={closing(actions.refresh)}>
              {words.bar.refresh}
            </Button>
            <p class="soft small">{words.bar.refreshHint}</p>
          </>
        )}
        {flip && (
          <Button kind="secondary" wide icon={<FlipCameraIcon />} onPress={closing(flip)}>
            {deviceWords.flip}
          </Button>
        )}
        {onDevices && (
          <Button kind="secondary" wide icon={<SettingsIcon />} onPress={closing(onDevices)}>
            {deviceWords.title}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
