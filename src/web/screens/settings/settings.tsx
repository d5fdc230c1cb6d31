// The settings page: the organisation first, then each waiting area, one form each, saved by itself.
import { useEffect } from 'preact/hooks'
import { useStore } from '../../store.ts'
import { words as audit } from '../../text/audit.ts'
import { words as problems } from '../../text/problems.ts'
import { words } from '../../text/settings.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import type { AreaForm } from './area-form.ts'
import { AreaPart } from './parts/area-part.tsx'
import { AuditPart } from './parts/audit-part.tsx'
import { OrganisationPart } from './parts/organisation-part.tsx'
import { PlansPart } from './parts/plans-part.tsx'
import { PracticePart } from './parts/practice-part.tsx'
import type { SettingsModel } from './settings-model.ts'
import './settings.scss'

export interface SettingsProps {
  settings: SettingsModel
  plans: PlanCatalogue
  /** The whole organisation's settings, too; else those of one's own areas alone. */
  whole: boolean
}

export function Settings({ settings, plans, whole }: SettingsProps) {
  const state = useStore(settings.state)
  useEffect(() => {
    // Once it is here it may hold what was typed and not saved.
    if (settings.state.get().kind !== 'loaded') void settings.load()
  }, [settings])
  return (
    <div class="work-page settings">
      <h1>{words.title}</h1>
      {state.kind === 'loading' && <Spinner words={words.loading} large />}
      {state.kind === 'refused' && (
        <Notice
          kind="error"
          title={words.failed}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={() => void settings.load()}>
              {words.again}
            </Button>
          }
        >
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && (
        <div class="settings-columns">
          <nav class="settings-parts" aria-label={words.sections}>
            <ul>
              {whole && (
                <>
                  <li>
                    <a href="#organisation">{words.organisation.title}</a>
                  </li>
                  <li>
                    <a href="#plans">{words.plans.title}</a>
                  </li>
                </>
              )}
              <li>
                <a href="#practice">{words.practice.title}</a>
              </li>
              <li>
                <a href="#audit">{audit.part.title}</a>
              </li>
              {state.areas.map((area) => (
                <li key={area.id}>
                  <AreaLink form={area} />
                </li>
              ))}
            </ul>
          </nav>
          <div class="settings-forms">
            {whole && <OrganisationPart form={state.organisation} />}
            {whole && <PlansPart />}
            <PracticePart />
            <AuditPart />
            {state.areas.map((area) => (
              <AreaPart key={area.id} form={area} plans={plans} />
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

function AreaLink({ form }: { form: AreaForm }) {
  const { typed } = useStore(form.state)
  return <a href={`#area-${form.slug}`}>{typed.name || form.slug}</a>
}
