// Who is signed in here, and the ways out.
import { useEffect, useMemo } from 'preact/hooks'
import type { Me } from '#contract/people'
import { roleMay } from '#domain/permission'
import { words as account } from '#text/account'
import { words as breakGlass } from '#text/break-glass'
import { words as lock } from '#text/lock'
import { words as problems } from '#text/problems'
import { words as texts } from '#text/staff'
import { createAction } from '../../kit/action.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { LockIcon, SignOutIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import type { SessionModel } from '../session-model.ts'
import { StaffHelp } from './staff-help.tsx'
import './account-dialog.scss'
import { typed } from '../../text/typed.ts'

const words = texts.account

export function AccountDialog({ me, session, onClose }: { me: Me; session: SessionModel; onClose: () => void }) {
  const action = useMemo(createAction, [])
  const doing = useStore(action.request)
  const now = useStore(session.session)
  const sessions = now.kind === 'signed-in' ? now.me.openSessions : me.openSessions
  // Sign-ins elsewhere come and go: counted when somebody looks.
  useEffect(() => void session.check(), [session])
  const busy = doing.kind === 'busy' && words.signingOut
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <p>
        <strong>{typed(me.name)}</strong>
        {me.title && `, ${me.title}`}
        <br />
        <span class="soft">
          {typed(me.email)} · {me.roles.map((role) => words.roles[role]).join(', ') || words.noRole}
        </span>
      </p>
      <StaffHelp areas={now.kind === 'signed-in' ? now.me.areas : me.areas} />
      <ul class="account-ways">
        <Way href="/staff/account" open={account.open} onClose={onClose} />
        <Way
          href="/staff/your-sign-in"
          open={words.factors}
          hint={`${words.factorsHint} ${words.openSessions(sessions)}`}
          onClose={onClose}
        />
        {roleMay(me.roles, 'access.break-glass') && (
          <Way href="/staff/break-glass" open={breakGlass.way} hint={breakGlass.wayHint} onClose={onClose} />
        )}
      </ul>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      <div class="dialog-actions">
        <Button
          kind="secondary"
          icon={<LockIcon size={20} />}
          onPress={() => {
            onClose()
            session.lock()
          }}
        >
          {lock.lockNow}
        </Button>
        <Button icon={<SignOutIcon size={20} />} busy={busy} onPress={() => void action.run(session.signOut)}>
          {sessions > 1 ? words.signOutHere : words.signOut}
        </Button>
        {sessions > 1 && (
          <Button kind="secondary" busy={busy} onPress={() => void action.run(session.signOutEverywhere)}>
            {words.signOutEverywhere}
          </Button>
        )}
      </div>
      {sessions > 1 && <p class="soft small">{words.everywhereHint}</p>}
    </Dialog>
  )
}

function Way({ href, open, hint, onClose }: { href: string; open: string; hint?: string; onClose: () => void }) {
  return (
    <li>
      <a href={href} onClick={onClose}>
        {open}
      </a>
      {hint && <span class="soft small">{hint}</span>}
    </li>
  )
}
