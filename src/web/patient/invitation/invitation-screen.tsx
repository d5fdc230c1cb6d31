// The screens of a personal link. Before the check they say who invites, and nothing else.
import type { ComponentChildren } from 'preact'
import type { InvitationPage, InvitationView } from '#contract/appointment'
import { phoneHref } from '#domain/phone'
import { words as arrive } from '#text/arrive'
import { words } from '#text/invitation'
import { words as times } from '#text/time'
import type { Lazy } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { DateField } from '../../ui/date-field/date-field.tsx'
import { Disclosure } from '../../ui/disclosure/disclosure.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { FormsPart } from '../forms-part.ts'
import type { PreparationPart } from '../preparation-part.ts'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import { FactList } from './fact-list.tsx'
import type { InvitationModel, InvitationState } from './invitation-model.ts'
import './invitation.scss'

export interface InvitationScreenProps {
  model: InvitationModel
  page: InvitationPage | null
  /** The time zone of this device. */
  ownZone: string
  /** What the clinic asks, fetched once it is time. */
  forms: Lazy<FormsPart>
  /** Getting ready before the day, fetched for who is early. */
  preparation: Lazy<PreparationPart>
}

export function InvitationScreen({ model, page, ownZone, forms, preparation }: InvitationScreenProps) {
  const state = useStore(model.state)
  const view = state.at === 'opened' ? state.view : null
  const part = usePart(forms, view?.state === 'open')
  const prepare = usePart(preparation, view?.state === 'early')
  const step = <Step state={state} model={model} phone={page?.phone ?? ''} ownZone={ownZone} />
  return (
    <Page organisation={page?.organisationName} part={view?.areaName} sample={page?.sample} aside={<QuickExit />}>
      <Preparing part={prepare} view={view} ownZone={ownZone}>
        <WithForms part={part}>{step}</WithForms>
      </Preparing>
    </Page>
  )
}

interface PreparingProps {
  /** Null: not fetched, or never wanted. */
  part: PreparationPart | null
  view: InvitationView | null
  ownZone: string
  children: ComponentChildren
}

/** The preparation instead of what it is around, while there is one to be shown. */
function Preparing({ part, view, ownZone, children }: PreparingProps) {
  if (!part || !view) return <>{children}</>
  return (
    <Prepared part={part} view={view} ownZone={ownZone}>
      {children}
    </Prepared>
  )
}

function Prepared({ part, view, ownZone, children }: PreparingProps & { part: PreparationPart; view: InvitationView }) {
  const { at } = useStore(part.model.state)
  if (!part.goesOn(view.state, at)) return <>{children}</>
  return (
    <part.PreparationScreen
      model={part.model}
      forms={part.forms}
      photos={part.photos}
      here={part.here}
      local={part.local}
      when={whenOf(view, ownZone)}
      opens={whenOf(view, ownZone, view.opensAt)}
      comeIn={view.state === 'open' ? part.model.back : null}
    />
  )
}

/** The forms below the step; the one that is being filled in stands in its place. */
function WithForms({ part, children }: { part: FormsPart | null; children: ComponentChildren }) {
  return part ? <Forms part={part}>{children}</Forms> : <div class="stack">{children}</div>
}

function Forms({ part, children }: { part: FormsPart; children: ComponentChildren }) {
  const state = useStore(part.model.state)
  if (state.at === 'open') return <part.FormScreen model={state.form} onClose={part.model.close} />
  return (
    <div class="stack">
      {children}
      <part.FormCards model={part.model} />
    </div>
  )
}

interface StepProps {
  state: InvitationState
  model: InvitationModel
  phone: string
  ownZone: string
}

function Step({ state, model, phone, ownZone }: StepProps) {
  switch (state.at) {
    case 'looking':
      return <Spinner large heading words={words.looking} />
    case 'offline':
      return (
        <Said title={words.offline}>
          <p>{words.offlineText}</p>
          <Button size="large" onPress={state.tryAgain}>
            {words.again}
          </Button>
        </Said>
      )
    case 'replaced':
      return <Said title={words.replacedTitle} />
    case 'other-device':
      return (
        <Said title={words.otherTitle}>
          <p>{words.otherText}</p>
          <ChangedPhone phone={phone} open />
        </Said>
      )
    case 'ask':
      return <Ask state={state} model={model} phone={phone} />
    case 'opened':
      return <Opened state={state} model={model} phone={phone} ownZone={ownZone} />
  }
}

function Said({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="stack">
      <Title tab={words.tab}>{title}</Title>
      {children}
    </div>
  )
}

function Ask({ state, model, phone }: Omit<StepProps, 'ownZone'> & { state: InvitationState & { at: 'ask' } }) {
  const faults = state.error ? [{ fieldId: 'birth', text: state.error }] : []
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        model.submit()
      }}
    >
      <ErrorSummary errors={faults} attempt={state.attempt} />
      <Title tab={words.tab}>{words.title}</Title>
      <p>{words.intro}</p>
      <DateField
        id="birth"
        label={words.birth}
        hint={words.birthHint}
        value={state.birth}
        error={state.error}
        birthday
        onInput={model.type}
      />
      <Button size="large" submit busy={state.sending && words.sending}>
        {words.next}
      </Button>
      <ChangedPhone phone={phone} />
    </form>
  )
}

function ChangedPhone({ phone, open = false }: { phone: string; open?: boolean }) {
  return (
    <Disclosure summary={words.changedPhone} open={open}>
      <p>{words.changedText}</p>
      <Clinic phone={phone} />
    </Disclosure>
  )
}

function Clinic({ phone }: { phone: string }) {
  if (!phone) return <p>{words.noPhone}</p>
  return (
    <p>
      {words.phone} <a href={phoneHref(phone)}>{phone}</a>
    </p>
  )
}

function whenOf({ startsAt, now, timeZone }: InvitationView, ownZone: string, at = startsAt): string {
  const when = times.opening(at, now, timeZone)
  return timeZone === ownZone ? when : words.inZone(when, times.zone(timeZone))
}

function Opened({ state, model, phone, ownZone }: StepProps & { state: InvitationState & { at: 'opened' } }) {
  const { view } = state
  const when = whenOf(view, ownZone)
  switch (view.state) {
    case 'over':
    case 'cancelled':
      return (
        <Said title={view.state === 'over' ? words.overTitle : words.cancelledTitle}>
          {view.state === 'cancelled' && <p>{words.cancelledText}</p>}
          <Clinic phone={phone} />
        </Said>
      )
    case 'early':
      return (
        <Said title={words.earlyTitle}>
          <Facts view={view} when={when} />
          <Notice title={words.early(whenOf(view, ownZone, view.opensAt))} live="polite">
            <p>{words.earlyKeep}</p>
          </Notice>
        </Said>
      )
    default:
      return (
        <Said title={words.who(view.firstName)}>
          <Facts view={view} when={when} who />
          {view.consent && (
            <section class="stack-s">
              <h2>{arrive.consentTitle}</h2>
              <p>{view.consent}</p>
              <Checkbox id="consent" checked={state.agreed} error={state.error} onChange={model.agree}>
                {arrive.agree}
              </Checkbox>
            </section>
          )}
          <Button size="large" onPress={model.confirm}>
            {words.yes}
          </Button>
          <p class="soft">{words.notYou}</p>
        </Said>
      )
  }
}

/** `who`: with the name and the date of birth, to be confirmed. */
function Facts({ view, when, who = false }: { view: InvitationView; when: string; who?: boolean }) {
  const facts: [string, string][] = [
    ...(who
      ? ([
          [words.name, [view.firstName, view.lastName].filter(Boolean).join(' ')],
          [words.born, words.date(view.dateOfBirth)],
        ] satisfies [string, string][])
      : []),
    [words.time, when],
    [words.with, view.practitionerName ?? words.team],
  ]
  return <FactList facts={facts} />
}
