// The sample clinic: two presses, and a newcomer holds a consultation with themselves.
import { useEffect } from 'preact/hooks'
import type { SampleClinic } from '#contract/people'
import { words as texts } from '#text/entrance'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Disclosure } from '../../ui/disclosure/disclosure.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { PatientWindow } from '../parts/patient-window.tsx'
import type { SampleModel } from './sample-model.ts'
import './sample.scss'
import { typed } from '../../text/typed.ts'

const words = texts.sample

export function Sample({ model, hasToken }: { model: SampleModel; hasToken: boolean }) {
  const state = useStore(model.state)
  useEffect(() => {
    if (hasToken) void model.open()
  }, [model, hasToken])
  return (
    <Page organisation={state.kind === 'open' ? state.clinic.organisationName : null} sample>
      <div class="stack">
        <div class="stack-s">
          <h1>{words.title}</h1>
          <p>{words.lead}</p>
        </div>
        {!hasToken && (
          <Notice kind="warning">
            <p>{words.noToken}</p>
          </Notice>
        )}
        {hasToken && state.kind === 'opening' && <Spinner words={words.opening} large />}
        {state.kind === 'refused' && (
          <Notice
            kind="error"
            title={words.refusedTitle}
            live="assertive"
            actions={
              <Button kind="secondary" onPress={() => void model.open()}>
                {words.again}
              </Button>
            }
          >
            <p>{problems[state.refusal.code](state.refusal.detail)}</p>
          </Notice>
        )}
        {state.kind === 'open' && <Open clinic={state.clinic} model={model} />}
      </div>
    </Page>
  )
}

function Open({ clinic, model }: { clinic: SampleClinic; model: SampleModel }) {
  const signingIn = useStore(model.signingIn.request)
  const [first] = clinic.practitioners
  const area = clinic.areas.find((one) => first?.areas.includes(one.name)) ?? clinic.areas[0]
  const busy = signingIn.kind === 'busy'
  return (
    <>
      <ol class="sample-parts">
        {area && (
          <li>
            <h2>{words.patientTitle}</h2>
            <p>{words.patientText}</p>
            <PatientWindow slug={area.slug} size="large">
              {words.bePatientAt(area.name)}
            </PatientWindow>
          </li>
        )}
        {first && (
          <li>
            <h2>{words.practitionerTitle}</h2>
            <p>{words.practitionerText}</p>
            <Button size="large" busy={busy && words.signingIn} onPress={() => void model.be(first.email)}>
              {words.bePractitioner(first.name)}
            </Button>
          </li>
        )}
      </ol>
      {signingIn.kind === 'refused' && (
        <Notice kind="error" title={words.notSignedIn} live="assertive">
          <p>{problems[signingIn.refusal.code](signingIn.refusal.detail)}</p>
        </Notice>
      )}
      <Disclosure summary={words.signInsTitle}>
        <p>{words.signInsLead}</p>
        <ul class="sample-sign-ins">
          {clinic.practitioners.map((one) => (
            <li key={one.email}>
              <p>
                <strong>{typed(one.name)}</strong>, {one.title}
              </p>
              <dl>
                <dt>{words.columnEmail}</dt>
                <dd>
                  <code>{typed(one.email)}</code>
                </dd>
                <dt>{words.columnPassword}</dt>
                <dd>
                  <code>{one.password}</code>
                </dd>
                <dt>{words.columnAreas}</dt>
                <dd>{one.areas.join(', ')}</dd>
              </dl>
              <Button kind="secondary" size="small" onPress={() => void model.be(one.email)}>
                {words.bePractitioner(one.name)}
              </Button>
            </li>
          ))}
        </ul>
        <h3>{words.areasTitle}</h3>
        <ul>
          {clinic.areas.map((one) => (
            <li key={one.slug}>
              <a href={`/at/${one.slug}`} target="_blank" rel="noreferrer">
                {typed(one.name)}
              </a>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}
