// The forms of who waits: looked for with every news of their visit, and fetched only where there are any.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { FormList } from '#contract/questionnaire'
import { lazily } from '../kit/lazily.ts'
import { useStore } from '../kit/store.ts'
import { usePart } from '../kit/use-part.ts'
import { call } from '../net/api.ts'
import type { FormsPart } from './forms-part.ts'
import type { PatientVisitModel } from './visit-model.ts'

const formsPart = lazily(() => import('./forms-part.ts'))

/** Null while there are none to be filled in. */
export function useForms(visit: PatientVisitModel, isWaiting: boolean): FormsPart | null {
  const { visitId, revision } = useStore(visit.view)
  const [asked, setAsked] = useState(false)
  const module = usePart(formsPart, asked)
  const part = useMemo(() => module?.ownForms(visitId) ?? null, [module, visitId])
  useEffect(() => {
    if (!isWaiting) return
    if (part) return part.model.load()
    // What cannot be looked for now is looked for with the next news.
    call<FormList>('GET', '/api/patient/forms', undefined, { visitId }).then(
      ({ forms }) => setAsked(forms.some(({ doneAt }) => doneAt === null)),
      () => {},
    )
  }, [isWaiting, revision])
  return part
}
