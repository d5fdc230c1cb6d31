// A locked page: whose it is and how it goes on. Over a call it leaves the picture in sight; elsewhere it is all there is.
import { useEffect, useMemo } from 'preact/hooks'
import { words } from '#text/lock'
import { type Action, createAction } from '../../kit/action.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { LockIcon } from '../../ui/icon/work.tsx'
import { Page } from '../../ui/page/page.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { Refused } from '../second-step/refused.tsx'
import type { LockModel } from './lock-model.ts'
import './lock.scss'

export interface LockProps {
  model: LockModel
  /** Null until it is known. */
  who: { readonly name: string; readonly organisationName: string; readonly sample: boolean } | null
  hasPassword: boolean
  /** A call goes on behind it. */
  inCall: boolean
  onSignOut: () => Promise<void>
}

export function Lock(props: LockProps) {
  useEffect(() => document.getElementById(props.hasPassword ? 'unlock-password' : 'unlock-again')?.focus(), [])
  if (props.inCall)
    return (
      <section class="lock-over" aria-labelledby="lock-title">
        <Card {...props} />
      </section>
    )
  return (
    <Page organisation={props.who?.organisationName} sample={props.who?.sample}>
      <div class="lock-page">
        <Card {...props} />
      </div>
    </Page>
  )
}

function Card({ model, who, hasPassword, inCall, onSignOut }: LockProps) {
  const { password, missing, attempt, sending, refusal } = useStore(model.state)
  const leaving = useMemo(createAction, [])
  useEffect(() => {
    if (refusal?.code === 'session/wrong-password') document.getElementById('unlock-password')?.focus()
  }, [refusal])
  return (
    <form
      class="stack lock-card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <h1 id="lock-title" class="lock-title">
        <LockIcon />
        {words.title}
      </h1>
      <p class="lock-lead">{who ? words.lead(who.name) : words.leadUnknown}</p>
      {inCall && <p role="status">{words.inCall}</p>}
      {refusal && <Refused key={attempt} refusal={refusal} title={words.refused} tooMany={words.tooMany} />}
      {hasPassword && (
        <>
          <TextField
            id="unlock-password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            value={password}
            error={missing ? words.missing : null}
            onInput={model.type}
          />
          <Button submit size="large" busy={sending && words.unlocking}>
            {words.unlock}
          </Button>
        </>
      )}
      <p>
        <a id="unlock-again" href="/staff/again" target="_blank" rel="noopener" aria-describedby="unlock-again-hint">
          {words.again}
        </a>
        <br />
        <span id="unlock-again-hint" class="lock-again-hint soft small">
          {words.againHint}
        </span>
      </p>
      {!inCall && <SignOut leaving={leaving} name={who?.name ?? null} onSignOut={onSignOut} />}
    </form>
  )
}

interface SignOutProps {
  leaving: Action
  name: string | null
  onSignOut: () => Promise<void>
}

function SignOut({ leaving, name, onSignOut }: SignOutProps) {
  const doing = useStore(leaving.request)
  return (
    <p class="lock-leave">
      {name && <span class="soft">{words.notYou(name)}</span>}
      <Button
        kind="quiet"
        size="small"
        busy={doing.kind === 'busy' && words.signingOut}
        onPress={() => void leaving.run(onSignOut)}
      >
        {words.signOut}
      </Button>
    </p>
  )
}
