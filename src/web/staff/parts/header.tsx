// The head of every page of somebody who is signed in: where they can go, what waits to be signed, and who they are.
import { useState } from 'preact/hooks'
import { roleMay } from '#domain/permission'
import { words } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { BellIcon, CameraIcon } from '../../ui/icon/equipment.tsx'
import { ClockIcon } from '../../ui/icon/signs.tsx'
import { AuditIcon, NoteIcon, PeopleIcon, PersonIcon, SettingsIcon } from '../../ui/icon/work.tsx'
import { Mark } from '../../ui/page/mark.tsx'
import { looksOn } from '../first-page.ts'
import type { SessionModel } from '../session-model.ts'
import type { SignedIn } from '../signed-in.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AlertsDialog } from './alerts-dialog.tsx'
import { EquipmentDialog } from './equipment-dialog.tsx'
import './header.scss'
import { typed } from '../../text/typed.ts'

export type HeaderPage = 'console' | 'appointments' | 'notes' | 'people' | 'settings' | 'audit' | 'other'

export interface HeaderProps {
  signedIn: SignedIn
  session: SessionModel
  organisation: string
  page: HeaderPage
}

export function Header({ signedIn, session, organisation, page }: HeaderProps) {
  const [open, setOpen] = useState<'none' | 'alerts' | 'account'>('none')
  const equipmentOpen = useStore(signedIn.equipmentOpen)
  const toSign = useStore(signedIn.notes.toSign) ?? 0
  const now = useStore(session.session)
  // Somebody may have changed their own name since.
  const me = now.kind === 'signed-in' ? now.me : signedIn.me
  const close = () => setOpen('none')
  // Who looks on has no desk, and shows nobody a picture.
  const works = !looksOn(me.roles)
  const here = (which: HeaderPage) => (page === which ? 'page' : undefined)
  return (
    <header class="staff-header">
      <Mark size={36} />
      <p class="staff-organisation">{organisation}</p>
      <nav aria-label={words.nav} class="staff-nav">
        {works && (
          <a href="/staff" aria-current={here('console')}>
            <PeopleIcon size={20} />
            <span>{words.waitingAreas}</span>
          </a>
        )}
        {roleMay(me.roles, 'appointment.read') && (
          <a href="/staff/appointments" aria-current={here('appointments')}>
            <ClockIcon size={20} />
            <span>{words.appointments}</span>
          </a>
        )}
        {(works || toSign > 0) && (
          <a href="/staff/notes" aria-current={here('notes')}>
            <NoteIcon size={20} />
            <span>{words.notes}</span>
            {toSign > 0 && (
              <span class="staff-badge">
                {toSign}
                <span class="visually-hidden"> {words.notesToSign(toSign)}</span>
              </span>
            )}
          </a>
        )}
        {roleMay(me.roles, 'people.read') && (
          <a href="/staff/people" aria-current={here('people')}>
            <PersonIcon size={20} />
            <span>{words.people}</span>
          </a>
        )}
        {roleMay(me.roles, 'settings.read') && (
          <a href="/staff/settings" aria-current={here('settings')}>
            <SettingsIcon size={20} />
            <span>{words.settings}</span>
          </a>
        )}
        {roleMay(me.roles, 'audit.read') && (
          <a href="/staff/audit" aria-current={here('audit')}>
            <AuditIcon size={20} />
            <span>{words.audit}</span>
          </a>
        )}
      </nav>
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
