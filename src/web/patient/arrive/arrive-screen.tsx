// The form in which a patient says who they are: only what the area asks, faults in one list and at their field.
import type { AreaWelcome } from '#contract/area'
import { questionField } from '#domain/arrival-questions'
import { words } from '#text/arrive'
import { lazily } from '../../kit/lazily.ts'
import { useStore } from '../../kit/store.ts'
import { usePart } from '../../kit/use-part.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { DateField } from '../../ui/date-field/date-field.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Steps } from '../../ui/steps/steps.tsx'
import { TextField } from '../../ui/text-field/text-field.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { ArriveModel } from './arrive-model.ts'
import { askedFields, fieldOrder } from './typed.ts'
import './arrive-screen.scss'

/** Fetched only where the area asks something of its own. */
const ownPart = lazily(() => import('./own-question.tsx'))

export interface ArriveScreenProps {
  welcome: AreaWelcome
  form: ArriveModel
  /** Video after all. */
  useVideo: () => void
}

export function ArriveScreen({ welcome, form, useVideo }: ArriveScreenProps) {
  const { typed, errors, attempt, refused, sending, phoneMe } = useStore(form.state)
  const fields = askedFields(welcome.fields, phoneMe)
  const own = usePart(ownPart, welcome.questions.length > 0)
  const faults = fieldOrder(welcome.questions).flatMap((fieldId) => {
    const text = errors[fieldId]
    return text ? [{ fieldId, text }] : []
  })
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {!phoneMe && <Steps current={1} total={3} />}
      <ErrorSummary errors={faults} attempt={attempt} />
      {refused && (
        <Notice kind="error" live="assertive">
          <p>{refused}</p>
          <p>{words.kept}</p>
        </Notice>
      )}
      <Title tab={words.tab}>{phoneMe ? words.phoneTitle : words.title}</Title>
      <p>{phoneMe ? words.phoneIntro : words.intro}</p>
      <TextField
        id="firstName"
        label={words.firstName}
        value={typed.firstName}
        error={errors.firstName}
        autocomplete="given-name"
        autocapitalize="words"
        maxLength={200}
        onInput={(firstName) => form.type({ firstName })}
      />
      {fields.lastName !== 'off' && (
        <TextField
          id="lastName"
          label={words.lastName}
          optional={fields.lastName === 'optional'}
          value={typed.lastName}
          error={errors.lastName}
          autocomplete="family-name"
          autocapitalize="words"
          maxLength={200}
          onInput={(lastName) => form.type({ lastName })}
        />
      )}
      {fields.dateOfBirth !== 'off' && (
        <DateField
          id="dateOfBirth"
          label={words.dateOfBirth}
          hint={words.dateHint}
          optional={fields.dateOfBirth === 'optional'}
          value={typed.birth}
          error={errors.dateOfBirth}
          birthday
          onInput={(birth) => form.type({ birth })}
        />
      )}
      {fields.phone !== 'off' && (
        <TextField
          id="phone"
          label={words.phone}
          hint={phoneMe ? words.phoneHintMe : words.phoneHint}
          optional={fields.phone === 'optional'}
          value={typed.phone}
          error={errors.phone}
          type="tel"
          autocomplete="tel"
          inputMode="tel"
          maxLength={60}
          width="half"
          onInput={(phone) => form.type({ phone })}
        />
      )}
      {own &&
        welcome.questions.map((question, at) => (
          <own.OwnQuestion
            key={question.label}
            id={questionField(at)}
            question={question}
            value={typed.answers[question.label] ?? ''}
            error={errors[questionField(at)]}
            onAnswer={(answer) => form.type({ answers: { ...typed.answers, [question.label]: answer } })}
          />
        ))}
      {welcome.consent && (
        <section class="consent">
          <h2>{words.consentTitle}</h2>
          <p class="consent-words">{welcome.consent}</p>
          <Checkbox
            id="consent"
            checked={typed.consent}
            error={errors.consent ?? null}
            onChange={(consent) => form.type({ consent })}
          >
            {words.agree}
          </Checkbox>
        </section>
      )}
      <div class="arrive-go">
        <Button size="large" submit busy={sending && words.sending}>
          {phoneMe ? words.askForPhone : words.next}
        </Button>
        {phoneMe && (
          <Button kind="quiet" onPress={useVideo}>
            {words.videoAfterAll}
          </Button>
        )}
      </div>
    </form>
  )
}
