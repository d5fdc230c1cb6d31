// The first page: an organisation's waiting areas for patients, the way in for staff, or where to start.
import { useEffect } from 'preact/hooks'
import type { InstanceView } from '#contract/people'
import { words as texts } from '#text/entrance'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { ArrowRightIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { CodeForm } from './code-form.tsx'
import type { CodeModel } from './code-model.ts'
import type { FirstModel } from './first-model.ts'
import './first.scss'

const words = texts.first

export function First({ model, code }: { model: FirstModel; code: CodeModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.look(), [model])
  const only = state.kind === 'organisations' && state.organisations.length === 1 ? state.organisations[0] : null
  return (
    <Page organisation={only?.name} sample={only?.sample}>
      <div class="stack first">
        {state.kind === 'looking' && <Spinner words={words.looking} large heading />}
        {state.kind === 'refused' && (
          <Notice
            kind="warning"
            title={words.cannotLook}
            heading
            live="polite"
            actions={
              <Button kind="secondary" onPress={() => void model.look()}>
                {words.again}
              </Button>
            }
          >
            <p>{problems[state.refusal.code](state.refusal.detail)}</p>
          </Notice>
        )}
        {state.kind === 'nothing-yet' && <NothingYet />}
        {state.kind === 'organisations' && (
          <Organisations organisations={state.organisations} setUp={state.setUp} code={code} />
        )}
      </div>
    </Page>
  )
}

function NothingYet() {
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Notice title={words.nothingTitle}>
        <p>{words.nothingText}</p>
      </Notice>
    </>
  )
}

function Organisations({
  organisations,
  setUp,
  code,
}: Pick<InstanceView, 'organisations' | 'setUp'> & { code: CodeModel }) {
  return (
    <>
      <h1>{words.patientsTitle}</h1>
      <p>{words.patientsLead}</p>
      <CodeForm model={code} />
      {organisations.map((organisation) => (
        <section key={organisation.name} class="first-organisation">
          {organisations.length > 1 && (
            <h2>
              {organisation.name} {organisation.sample && <Tag tone="amber">{words.sampleTag}</Tag>}
            </h2>
          )}
          {organisation.areas.length === 0 && <p class="soft">{words.noAreas}</p>}
          <ul class="first-areas">
            {organisation.areas.map((area) => (
              <li key={area.slug}>
                <a href={`/at/${area.slug}`}>
                  <span>{area.name}</span>
                  <ArrowRightIcon />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section class="first-staff">
        <h2>{words.staffTitle}</h2>
        <Button kind="secondary" href="/staff">
          {words.staffSignIn}
        </Button>
        {!setUp && <p class="soft small">{words.notSetUp}</p>}
      </section>
    </>
  )
}
