// The head of every page of somebody who is signed in: whose it is, their own equipment and alerts, and who they are.
import { useState } from 'preact/hooks'
import { words } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { BellIcon, CameraIcon } from '../../ui/icon/equipment.tsx'
import { PersonIcon } from '../../ui/icon/work.tsx'
import { Mark } from '../../ui/page/mark.tsx'
import { looksOn } from '../first-page.ts'
import type { SessionModel } from '../session-model.ts'
import type { SignedIn } from '../signed-in.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AlertsDialog } from './alerts-dialog.tsx'
import { EquipmentDialog } from './equipment-dialog.tsx'
import './header.scss'
import { typed } from '../../text/typed.ts'

export interface HeaderProps {
  signedIn: SignedIn
  session: SessionModel
  organisation: string
}

export function Header({ signedIn, session, organisation }: HeaderProps) {
  const [open, setOpen] = useState<'none' | 'alerts' | 'account'>('none')
  const equipmentOpen = useStore(signedIn.equipmentOpen)
  const now = useStore(session.session)
  // Somebody may have changed their own name since.
  const me = now.kind === 'signed-in' ? now.me : signedIn.me
  const close = () => setOpen('none')
  // Who looks on has no desk, and shows nobody a picture.
  const works = !looksOn(me.roles)
  return (
    <header class="staff-header">
      <Mark size={36} />
      <p class="staff-organisation">{organisation}</p>
      <div class="staff-tools">
        {works && (
          <>
            <button
              type="button"
              title={words.equipment.open}
              aria-label={words.equipment.open}
              onClick={() => signedIn.equipmentOpen.set(true)}
            >
              <CameraIcon size={20} />
              <span>{words.equipment.open}</span>
            </button>
            <button
              type="button"
              title={words.alerts.open}
              aria-label={words.alerts.open}
              onClick={() => setOpen('alerts')}
            >
              <BellIcon size={20} />
            </button>
          </>
        )}
        <button
          type="button"
          class="staff-me"
          aria-label={words.account.open(me.name)}
          onClick={() => setOpen('account')}
        >
          <PersonIcon size={20} />
          <span>{typed(me.name)}</span>
        </button>
      </div>
      {equipmentOpen && <EquipmentDialog signedIn={signedIn} onClose={() => signedIn.equipmentOpen.set(false)} />}
      {open === 'alerts' && <AlertsDialog signedIn={signedIn} onClose={close} />}
      {open === 'account' && <AccountDialog me={me} session={session} onClose={close} />}
    </header>
  )
}
