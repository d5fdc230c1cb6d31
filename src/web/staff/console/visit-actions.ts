// What staff settle about one visit before it begins: its plan, the talk about devices, and telling who closed the page. Kept while other people are
// looked at, so that nothing ticked is lost.
import type { QueueVisit } from '#contract/visit'
import { type Action, createAction } from '../../kit/action.ts'
import type { ApiCall } from '../../kit/api-call.ts'
import { createStore, type Store } from '../../kit/store.ts'
import { createTalk, type TalkModel } from '../plans/talk-model.ts'

export interface VisitActions {
  /** Which of its dialogs is open: kept here, because the details move when the window changes its shape. */
  readonly open: Store<'none' | 'plan' | 'talk'>
  readonly planning: Action
  /** True once the server has it: the patient's page follows at once. */
  choosePlan(planId: string): Promise<boolean>
  readonly talk: TalkModel
  readonly telling: Action
  /** That it is their turn, for those who closed the page. */
  tell(visit: QueueVisit): void
  hear(visit: QueueVisit): void
}

export function createVisitActions(apiCall: ApiCall, visit: QueueVisit): VisitActions {
  const planning = createAction()
  const telling = createAction()
  const talk = createTalk(apiCall, visit.id, visit.talk)
  return {
    open: createStore<'none' | 'plan' | 'talk'>('none'),
    planning,
    choosePlan: (planId) => planning.run(() => apiCall('PUT', `/api/staff/visits/${visit.id}/plan`, { planId })),
    talk,
    telling,
    tell: ({ id, recall }) =>
      void telling.run(() => apiCall('POST', `/api/staff/visits/${id}/recall`, { toldAt: recall?.toldAt ?? null })),
    hear: (latest) => talk.hear(latest.talk),
  }
}
