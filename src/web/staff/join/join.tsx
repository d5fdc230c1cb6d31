// The confirmation of whom one is about to see: full name, birth date, phone, last messages, and one's own picture.
import type { QueueVisit } from '#contract/visit'
import { dateIn } from '#domain/area'
import { words } from '#text/join'
import { words as people } from '#text/people'
import { words as phone } from '#text/phone-practitioner'
import { words as plansWords } from '#text/plans-staff'
import { words as practitioner } from '#text/practitioner-call'
import { words as problems } from '#text/problems'
import { RemotePicture, WarmPicture } from '../../call/stage/remote-picture.tsx'
import { type Readable, useStore } from '../../kit/store.ts'
import type { LocalMedia } from '../../media/local.ts'
import { Button } from '../../ui/button/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { MicrophoneOffIcon } from '../../ui/icon/equipment.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { ArrivalAnswers } from '../console/arrival-answers.tsx'
import { birthOf, nameOf } from '../console/person-words.ts'
import { minutesBetween } from '../console/queue-line.ts'
import { quietWords } from '../console/quiet-words.ts'
import { toneOf } from '../device-tone.ts'
import type { OwnEquipment } from '../own-equipment.ts'
import { Mirror } from '../parts/mirror.tsx'
import { PhoneLink } from '../parts/phone-link.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { planName } from '../plans/plan-words.ts'
import { ReadinessCard } from '../readiness/readiness-card.tsx'
import { sideOf } from '../readiness/sides.ts'
import type { JoinModel, JoinState } from './join-model.ts'
import { useKept } from './use-kept.ts'
import './join.scss'
import { typed } from '../../text/typed.ts'

const { impossible } = practitioner

export interface JoinProps {
  model: JoinModel
  visit: Readable<QueueVisit | null>
  local: LocalMedia
  plans: PlanCatalogue
  own: OwnEquipment
  now: Readable<number>
  /** The area's; null once they have left it. */
  timeZone: string | null
  /** Patients this practitioner has not put on hold: they would be left alone in their call. */
  stillWith: readonly string[]
  onClose: () => void
}

export function Join({ model, visit: latest, local, plans, own, now: clock, timeZone, stillWith, onClose }: JoinProps) {
  const state = useStore(model.state)
  const stream = useStore(model.stream)
  const now = useStore(clock)
  const { noCalls = false } = useStore(local.state)
  // Who it was is still to be read when they have left.
  const visit = useKept(useStore(latest))
  const zone = useKept(timeZone)
  if (!visit) return null
  const name = nameOf(visit)
  const today = zone && dateIn(now, zone)
  const byPhone = visit.phoneMe
  const quiet = quietWords(visit)
  const over = state.kind === 'with-somebody-else' || state.kind === 'gone'
  return (
    <Dialog
      open
      firm
      wide={!over}
      title={titleOf(state, name, visit)}
      onClose={onClose}
      actions={<Actions state={state} noCalls={noCalls} byPhone={byPhone} onClose={onClose} />}
    >
      <WarmPicture stream={stream} />
      <div class={over ? 'join join-over' : 'join'}>
        <div class="join-who stack-s">
          <Why state={state} name={name} noCalls={noCalls} byPhone={byPhone} />
          {!over && stillWith.length > 0 && (
            <Notice kind="warning" title={words.stillWith(stillWith)}>
              <p>{words.stillWithText}</p>
            </Notice>
          )}
          <p class="join-born">{visit.dateOfBirth ? words.born(birthOf(visit, today) ?? '') : people.noBirthDate}</p>
          {!over && quiet && (
            <Notice kind="warning" title={quiet.short} live="polite">
              <p>{quiet.text}</p>
            </Notice>
          )}
          {byPhone && (
            <Notice title={phone.joinTitle}>
              <p>{phone.joinText}</p>
              {!visit.phone && <p>{phone.noNumber(name)}</p>}
            </Notice>
          )}
          <dl class="join-facts">
            {visit.phone && (
              <div>
                <dt>{words.phone}</dt>
                <dd>
                  <PhoneLink phone={visit.phone} />
                </dd>
              </div>
            )}
            <div>
              <dt>{words.waited}</dt>
              <dd>{people.longWait(minutesBetween(visit.arrivedAt, now))}</dd>
            </div>
          </dl>
          {!over && <ArrivalAnswers answers={visit.answers} />}
          {!over && <Messages visit={visit} />}
        </div>
        {!over &&
          !byPhone &&
          (state.kind === 'joining' && stream ? (
            <div class="join-theirs">
              <RemotePicture stream={stream} label={name} fit="cover" seen="clear" onFrame={model.pictureSeen} />
            </div>
          ) : (
            <Own local={local} still={state.kind === 'joining'} />
          ))}
        {!over && !byPhone && <HowReady visit={visit} plans={plans} own={own} now={now} />}
      </div>
    </Dialog>
  )
}

function titleOf(state: JoinState, name: string, visit: QueueVisit): string {
  if (state.kind === 'with-somebody-else')
    return words.takenTitle(state.name || words.takenSomebody, visit.firstName || name)
  return state.kind === 'gone' ? words.goneTitle(name) : words.ask(name)
}

function Why({ state, name, noCalls, byPhone }: Omit<ActionsProps, 'onClose'> & { name: string }) {
  if (state.kind === 'gone') return <p>{words.goneText}</p>
  if (noCalls && !byPhone && state.kind !== 'with-somebody-else')
    return (
      <Notice kind="error" title={impossible.title} live="assertive">
        <p>{impossible.confirm(name)}</p>
      </Notice>
    )
  if (state.kind === 'refused')
    return (
      <Notice kind="error" title={words.refusedTitle} live="assertive">
        <p>{problems[state.refusal.code](state.refusal.detail)}</p>
      </Notice>
    )
  if (state.kind === 'asking' && !state.patientThere && !byPhone)
    return (
      <Notice kind="warning" title={words.awayTitle(name)} live="polite">
        <p>{words.awayText}</p>
      </Notice>
    )
  return null
}

interface ActionsProps {
  state: JoinState
  noCalls: boolean
  byPhone: boolean
  onClose: () => void
}

function Actions({ state, noCalls, byPhone, onClose }: ActionsProps) {
  // Their visit would be taken, and nothing come of it.
  if (noCalls && !byPhone && state.kind !== 'joining') return <Button onPress={onClose}>{words.close}</Button>
  switch (state.kind) {
    case 'asking':
      // A page that sleeps does not keep a telephone from ringing.
      return state.patientThere || byPhone ? (
        <>
          <Button size="large" onPress={state.join}>
            {byPhone ? phone.join : words.join}
          </Button>
          <Button kind="secondary" size="large" onPress={onClose}>
            {words.notNow}
          </Button>
          <span class="join-line soft small" role="status">
            {byPhone ? '' : state.prepared ? words.ready : words.preparing}
          </span>
        </>
      ) : (
        <>
          <Button onPress={onClose}>{words.wait}</Button>
          <Button kind="secondary" onPress={state.join}>
            {words.joinAnyway}
          </Button>
        </>
      )
    case 'joining':
      return (
        <Button size="large" busy={words.joining}>
          {byPhone ? phone.join : words.join}
        </Button>
      )
    case 'refused':
      return (
        <>
          <Button onPress={state.join}>{words.again}</Button>
          <Button kind="secondary" onPress={onClose}>
            {words.notNow}
          </Button>
        </>
      )
    case 'with-somebody-else':
    case 'gone':
      return <Button onPress={onClose}>{words.close}</Button>
  }
}

const MOST_SHOWN = 3

function Messages({ visit }: { visit: QueueVisit }) {
  const last = visit.messages.slice(-MOST_SHOWN)
  if (last.length === 0) return null
  return (
    <section>
      <h3 class="join-messages-title">{words.messages}</h3>
      <ul class="join-messages">
        {last.map((message) => (
          <li key={message.id}>
            <span class="soft">{typed(message.from === 'patient' ? visit.firstName : message.authorName)}</span>{' '}
            {message.text}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Read while the path is prepared; waits for nothing itself. */
function HowReady({ visit, plans, own, now }: Pick<JoinProps, 'plans' | 'own'> & { visit: QueueVisit; now: number }) {
  const found = useStore(own.found)
  const loaded = useStore(plans.state)
  const plan = loaded.kind === 'loaded' ? plans.find(visit.planId) : null
  const agreed = visit.talk.agreed?.device
  return (
    <section class="join-ready">
      <h3>
        {words.readiness} {plan && <span class="soft">{words.readyFor(planName(plan))}</span>}
        {agreed && <span class="soft"> {words.agreed(plansWords.kindsIn[agreed])}</span>}
      </h3>
      <ReadinessCard
        name={visit.firstName || nameOf(visit)}
        patient={sideOf('patient', visit.equipment, plan)}
        own={sideOf('practitioner', found, plan)}
        now={now}
        onCheckOwn={null}
      />
    </section>
  )
}

function Own({ local, still }: { local: LocalMedia; still: boolean }) {
  const { camera, microphone, video } = useStore(local.state)
  const asking = camera === 'asking' || microphone === 'asking'
  return (
    <figure class="join-own">
      <Mirror video={video} without={words.ownNoPicture} still={still} />
      <figcaption class="small">
        {asking ? words.ownAsking : video ? words.ownPicture : ''}
        {!asking && toneOf(microphone) !== 'good' && microphone !== 'not-asked' && (
          <span class="join-own-mend">
            <MicrophoneOffIcon size={20} /> {words.ownNoSound}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
