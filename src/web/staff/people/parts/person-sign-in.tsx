// What can be done about somebody's sign-in: another invitation, an end, a beginning again, and their notes handed over.
// What cannot be taken back in one press is asked twice.
import { useState } from 'preact/hooks'
import type { PeopleView, PersonView } from '#contract/people-admin'
import { words as texts } from '#text/people-admin'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { typed } from '../../../text/typed.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import type { PeopleModel, Verb } from '../people-model.ts'

const words = texts.person

type Sure = 'withdraw' | 'deactivate' | 'reset-factors'

const SURE: Record<Sure, { title: (name: string) => string; hint: string; press: string }> = {
  withdraw: { title: words.confirmWithdraw, hint: words.withdrawHint, press: words.withdraw },
  deactivate: { title: words.confirmDeactivate, hint: words.deactivateHint, press: words.deactivate },
  'reset-factors': { title: words.confirmResetFactors, hint: words.resetFactorsHint, press: words.resetFactors },
}

export function PersonSignIn({ model, person, view }: { model: PeopleModel; person: PersonView; view: PeopleView }) {
  const doing = useStore(model.acting.request)
  const [sure, setSure] = useState<Sure | null>(null)
  const busy = doing.kind === 'busy' && words.doing
  const act = (verb: Verb) => void model.act(person, verb)
  return (
    <section class="person-end stack-s">
      <h3>{words.more}</h3>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      {sure ? (
        <section class="person-sure stack-s" aria-label={SURE[sure].title(person.name)}>
          <p>
            <strong>{SURE[sure].title(person.name)}</strong>
          </p>
          <p>{SURE[sure].hint}</p>
          {sure === 'deactivate' && person.holding > 0 && <p>{words.holdingNow(person.holding)}</p>}
          {sure === 'deactivate' && person.unsignedNotes > 0 && <p>{words.unsignedNow(person.unsignedNotes)}</p>}
          <div class="person-acts">
            <Button kind="danger" size="small" busy={busy} onPress={() => act(sure)}>
              {SURE[sure].press}
            </Button>
            <Button kind="secondary" size="small" onPress={() => setSure(null)}>
              {words.keep}
            </Button>
          </div>
        </section>
      ) : (
        <div class="person-acts">
          {person.status === 'invited' && (
            <>
              <Button kind="secondary" size="small" busy={busy} onPress={() => act('invite-again')}>
                {words.inviteAgain}
              </Button>
              <Button kind="quiet" size="small" class="button-harm" onPress={() => setSure('withdraw')}>
                {words.withdraw}
              </Button>
            </>
          )}
          {person.status === 'active' && person.secondFactor && (
            <Button kind="secondary" size="small" onPress={() => setSure('reset-factors')}>
              {words.resetFactors}
            </Button>
          )}
          {person.status === 'active' && (
            <Button kind="quiet" size="small" class="button-harm" onPress={() => setSure('deactivate')}>
              {words.deactivate}
            </Button>
          )}
          {person.status === 'deactivated' && (
            <>
              <Button kind="secondary" size="small" busy={busy} onPress={() => act('reactivate')}>
                {words.reactivate}
              </Button>
              <p class="soft small">{words.reactivateHint}</p>
            </>
          )}
        </div>
      )}
      {person.connected && person.status !== 'deactivated' && !sure && (
        <div class="stack-s">
          <p class="soft small">{words.disconnectHint}</p>
          <Button kind="secondary" size="small" busy={busy} onPress={() => act('disconnect')}>
            {words.disconnect}
          </Button>
        </div>
      )}
      {person.status === 'deactivated' && person.unsignedNotes > 0 && (
        <HandOver model={model} person={person} view={view} />
      )}
    </section>
  )
}

function HandOver({ model, person, view }: { model: PeopleModel; person: PersonView; view: PeopleView }) {
  const [to, setTo] = useState('')
  const practitioners = view.people.filter(
    ({ status, memberships }) => status === 'active' && memberships.some(({ role }) => role === 'practitioner'),
  )
  return (
    <div class="person-hand-over stack-s">
      <h3>{words.handOver}</h3>
      <p>{words.handOverText(person.unsignedNotes)}</p>
      <div class="rights-add">
        <SelectField
          id="hand-over-to"
          label={words.handOverTo}
          value={to}
          options={[
            { value: '', label: words.choosePerson },
            ...practitioners.map(({ id, name }) => ({ value: id, label: typed(name) })),
          ]}
          onChange={setTo}
        />
        <Button kind="secondary" onPress={to === '' ? null : () => void model.handOver(person, to)}>
          {words.handOverDo}
        </Button>
      </div>
      <p class="soft small">{words.handOverRest}</p>
    </div>
  )
}
