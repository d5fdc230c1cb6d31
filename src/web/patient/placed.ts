// News of a place laid over what a patient is shown.
import type { PatientView, PositionUpdate } from '#contract/visit'

/** `view` with the place and delay of `news`, unless it was read after them or nobody waits in it. */
export function placed(view: PatientView, news: PositionUpdate | null): PatientView {
  if (!news || news.revision < view.revision || view.state.status !== 'waiting') return view
  const { place, delay } = news
  return { ...view, state: { ...view.state, place, delay } }
}
