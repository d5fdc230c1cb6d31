// The set-up: one calm form, and at its end the link for patients.
import { SHORTEST_PASSWORD } from '#domain/person'
import { words as texts } from '#text/entrance'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { TextField, type TextFieldProps } from '../../ui/text-field/text-field.tsx'
import { LinkLine } from '../parts/link-line.tsx'
import { PatientWindow } from '../parts/patient-window.tsx'
import type { SetupFaultAt, SetupField, SetupModel } from './setup-model.ts'
import './setup.scss'

const words = texts.setup

export function Setup({ model, hasToken }: { model: SetupModel; hasToken: boolean }) {
  const { done } = useStore(model.state)
  return (
    <Page organisation={done?.organisationName}>
      {done ? (
        <Done organisation={done.organisationName} slug={done.areas[0]?.slug ?? null} />
      ) : hasToken ? (
        <Form model={model} />
      ) : (
        <div class="stack">
          <h1>{words.title}</h1>
          <Notice kind="warning">
            <p>{words.noToken}</p>
          </Notice>
        </div>
      )}
    </Page>
  )
}

function faultWords({ field, fault }: SetupFaultAt): string {
  if (fault === 'not-an-address') return words.faults.notAnAddress
  if (fault === 'too-common') return words.faults.tooCommon
  if (fault === 'too-short') return words.faults.tooShort(SHORTEST_PASSWORD)
  return fault === 'taken' ? words.faults.taken : words.faults[field]
}

function Form({ model }: { model: SetupModel }) {
  const { form, faults, attempt, sending, refusal } = useStore(model.state)
  const field = (name: SetupField, label: string, hint?: string): TextFieldProps => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      label,
      hint,
      value: form[name],
      error: fault ? faultWords(fault) : null,
      onInput: (value) => model.type(name, value),
    }
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.submit()
      }}
    >
      <div class="stack-s">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <ErrorSummary
        attempt={attempt}
        errors={faults.map((fault) => ({ fieldId: fault.field, text: faultWords(fault) }))}
      />
      {refusal && (
        <Notice kind="error" title={words.refusedTitle} live="assertive">
          <p>{problems[refusal.code](refusal.detail)}</p>
        </Notice>
      )}
      <fieldset class="setup-part stack">
        <legend>{words.organisationLegend}</legend>
        <TextField
          {...field('organisationName', words.organisationName, words.organisationHint)}
          autocomplete="organization"
          maxLength={80}
        />
      </fieldset>
      <fieldset class="setup-part stack">
        <legend>{words.youLegend}</legend>
        <p class="soft">{words.youLead}</p>
        <TextField {...field('name', words.name, words.nameHint)} autocomplete="name" maxLength={80} />
        <TextField
          {...field('email', words.email, words.emailHint)}
          type="email"
          autocomplete="username"
          autocapitalize="none"
        />
        <TextField
          {...field('password', words.password, words.passwordHint(SHORTEST_PASSWORD))}
          type="password"
          autocomplete="new-password"
        />
      </fieldset>
      <fieldset class="setup-part stack">
        <legend>{words.serviceLegend}</legend>
        <TextField {...field('serviceName', words.serviceName, words.serviceHint)} maxLength={80} />
        <TextField {...field('areaName', words.areaName, words.areaHint)} maxLength={80} />
      </fieldset>
      <Button submit size="large" busy={sending && words.sending}>
        {words.submit}
      </Button>
    </form>
  )
}

function Done({ organisation, slug }: { organisation: string; slug: string | null }) {
  return (
    <div class="stack">
      <h1>{words.doneTitle(organisation)}</h1>
      {slug && (
        <>
          <p>{words.doneLead}</p>
          <LinkLine slug={slug} />
        </>
      )}
      <div class="setup-next">
        <Button href="/staff" size="large">
          {words.openConsole}
        </Button>
        {slug && (
          <PatientWindow slug={slug} kind="quiet">
            {words.tryAsPatient}
          </PatientWindow>
        )}
      </div>
    </div>
  )
}
