// The plan with which every visit of an area begins.
import { useState } from 'preact/hooks'
import { words as plansWords } from '#text/plans-staff'
import { words as texts } from '#text/settings'
import { IDLE } from '../../../kit/api-call.ts'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { PlanPicker } from '../../plans/plan-picker.tsx'
import { planName } from '../../plans/plan-words.ts'

const words = texts.area

export interface AreaPlanProps {
  planId: string
  plans: PlanCatalogue
  onChoose: (planId: string) => void
}

export function AreaPlan({ planId, plans, onChoose }: AreaPlanProps) {
  const [open, setOpen] = useState(false)
  const state = useStore(plans.state)
  return (
    <div class="field">
      <p class="field-label">{words.plan}</p>
      <p class="field-hint">{words.planHint}</p>
      <p class="area-plan">
        <strong>{planName(plans.find(planId))}</strong>
        <Button kind="secondary" size="small" onPress={() => setOpen(true)}>
          {words.planChange}
        </Button>
      </p>
      {open && (
        <PlanPicker
          title={plansWords.picker.areaTitle}
          hint={plansWords.picker.areaHint}
          state={state}
          chosen={planId}
          request={IDLE}
          onChoose={(id) => {
            onChoose(id)
            setOpen(false)
          }}
          onLoad={() => void plans.load()}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
