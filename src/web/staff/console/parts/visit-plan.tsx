// What a visit is for, which device was agreed, and how ready both people are: the part of a person's details that settles
// how the visit will be.
import type { PlanView } from '#contract/plan'
import type { QueueVisit } from '#contract/visit'
import { words as texts } from '#text/plans-staff'
import { words as readiness } from '#text/readiness'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import type { OwnEquipment } from '../../own-equipment.ts'
import { adviceFor } from '../../plans/advice-for.ts'
import { AgreedWords } from '../../plans/agreed-words.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { PlanPicker } from '../../plans/plan-picker.tsx'
import { planName } from '../../plans/plan-words.ts'
import { TalkDialog } from '../../plans/talk-dialog.tsx'
import { ReadinessCard } from '../../readiness/readiness-card.tsx'
import { sideOf } from '../../readiness/sides.ts'
import { nameOf } from '../person-words.ts'
import type { VisitActions } from '../visit-actions.ts'

export interface VisitPlanProps {
  visit: QueueVisit
  plan: PlanView | null
  plans: PlanCatalogue
  actions: VisitActions
  own: OwnEquipment
  now: number
  reachable: boolean
  onCheckOwn: () => void
}

export function VisitPlan({ visit, plan, plans, actions, own, now, reachable, onCheckOwn }: VisitPlanProps) {
  const open = useStore(actions.open)
  const state = useStore(plans.state)
  const planning = useStore(actions.planning.request)
  const mine = useStore(own.found)
  const { agreed } = visit.talk
  const close = () => {
    actions.planning.reset()
    actions.open.set('none')
  }
  const pick = () => {
    // A colleague may have written others since.
    void plans.load()
    actions.open.set('plan')
  }
  const choose = (planId: string) => {
    if (planId === visit.planId) return close()
    void actions.choosePlan(planId).then((done) => done && close())
  }
  return (
    <>
      <div class="visit-plan">
        <section class="visit-plan-part">
          <div class="visit-plan-line">
            <div>
              <h3>{texts.plan}</h3>
              <p>{planName(plan)}</p>
            </div>
            <Button kind="secondary" size="small" label={texts.change} onPress={reachable ? pick : null}>
              {texts.changeShort}
            </Button>
          </div>
          <div class="visit-plan-line">
            <div>
              <h3>{texts.talk.title}</h3>
              <p>{agreed ? <AgreedWords agreed={agreed} /> : <span class="soft">{texts.talk.none}</span>}</p>
            </div>
            <Button
              kind="secondary"
              size="small"
              label={agreed ? texts.talk.againLong : texts.talk.openLong}
              onPress={plan ? () => actions.open.set('talk') : null}
            >
              {agreed ? texts.changeShort : texts.talk.open}
            </Button>
          </div>
        </section>
        <section>
          <h3>{readiness.title}</h3>
          <ReadinessCard
            name={visit.firstName || nameOf(visit)}
            patient={sideOf('patient', visit.equipment, plan)}
            own={sideOf('practitioner', mine, plan)}
            now={now}
            onCheckOwn={onCheckOwn}
          />
        </section>
      </div>
      {open === 'plan' && (
        <PlanPicker
          title={texts.picker.title}
          hint={texts.picker.hint}
          state={state}
          chosen={visit.planId}
          request={planning}
          onChoose={choose}
          onLoad={() => void plans.load()}
          onClose={close}
        />
      )}
      {open === 'talk' && plan && (
        <TalkDialog
          name={visit.firstName || nameOf(visit)}
          model={actions.talk}
          advise={(answers) => adviceFor({ plan, answers, agreed, patient: visit.equipment, own: mine, now })}
          reachable={reachable}
          onClose={close}
        />
      )}
    </>
  )
}
