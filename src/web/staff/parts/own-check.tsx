// One's own check inside the equipment dialog: what is being looked at now, each finding as it is known, and at the end the
// one next step, with whether it is saved.
import { NO_ANSWERS } from '#domain/advice'
import { adviseDevice } from '#domain/advice-rules'
import type { EquipmentFindings } from '#domain/equipment'
import { DEFAULT_PURPOSE, purposeOf } from '#domain/plan-catalogue'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { words as texts } from '#text/staff'
import type { EquipmentProgress } from '../../checks/equipment-run.ts'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { RadioGroup } from '../../ui/choice/radio-group.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import type { OwnEquipment } from '../own-equipment.ts'
import { toldToStaff } from '../plans/advice-words.ts'
import { RuleLine } from '../plans/rule-line.tsx'
import { OwnReadiness } from '../readiness/own-readiness.tsx'
import { sideOf } from '../readiness/sides.ts'

const words = texts.ownCheck

export function OwnCheck({ own, now }: { own: OwnEquipment; now: number }) {
  const check = useStore(own.check)
  const found = useStore(own.found)
  const shared = useStore(own.sharedOffice)
  if (check.kind === 'running') return <Running own={own} progress={check.progress} skip={check.skip} />
  return (
    <section class="own-check" aria-label={words.title}>
      <p class={found ? 'soft small' : undefined}>
        {words.lead} {words.data(own.mostMB)}
      </p>
      <p class="soft small">{words.soundNote}</p>
      <RadioGroup
        id="own-shared"
        label={words.shared}
        inline
        value={shared === null ? null : shared ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        onChange={(answer) => own.sharedOffice.set(answer === 'yes')}
      />
      {!found && shared && <Advice found={null} shared now={now} />}
      <div class="equipment-buttons">
        <Button kind={found ? 'secondary' : 'primary'} onPress={own.start}>
          {found ? words.again : words.start}
        </Button>
      </div>
      {found && <Found own={own} found={found} now={now} />}
    </section>
  )
}

function Running({ own, progress, skip }: { own: OwnEquipment; progress: EquipmentProgress; skip: () => void }) {
  const { stage, waiting, findings } = progress
  return (
    <section class="own-check" aria-label={words.title}>
      <p class="own-check-stage" role="status">
        {waiting ? words.waiting[waiting] : words.stages[stage]}
      </p>
      <progress class="own-check-bar" max={1} value={progress.progress} aria-label={words.progress} />
      <div class="equipment-buttons">
        <Button kind="secondary" size="small" onPress={skip}>
          {words.skip}
        </Button>
        <Button kind="quiet" size="small" onPress={own.stop}>
          {words.stop}
        </Button>
      </div>
      <OwnReadiness side={sideOf('practitioner', findings, null)} waiting />
    </section>
  )
}

function Found({ own, found, now }: { own: OwnEquipment; found: EquipmentFindings; now: number }) {
  const saving = useStore(own.saving)
  const shared = useStore(own.sharedOffice) === true
  const sameDay = people.date(found.at) === people.date(now)
  return (
    <>
      <OwnReadiness side={sideOf('practitioner', found, null)} />
      {found.speaker && found.speaker.heard === null && (
        <fieldset class="own-check-heard">
          <legend>{words.heard}</legend>
          <div class="equipment-buttons">
            <Button kind="secondary" size="small" onPress={() => own.sayHeard(true)}>
              {words.yes}
            </Button>
            <Button kind="secondary" size="small" onPress={() => own.sayHeard(false)}>
              {words.no}
            </Button>
          </div>
        </fieldset>
      )}
      <Advice found={found} shared={shared} now={now} />
      {saving.kind === 'refused' ? (
        <Notice
          kind="error"
          title={words.notSaved}
          live="assertive"
          actions={
            <Button kind="secondary" size="small" onPress={() => void own.save()}>
              {words.saveAgain}
            </Button>
          }
        >
          <p>{problems[saving.refusal.code](saving.refusal.detail)}</p>
        </Notice>
      ) : (
        <p class="soft small" role="status">
          {saving.kind === 'busy'
            ? words.saving
            : words.savedAt(sameDay ? people.time(found.at) : people.dayAndTime(found.at))}
        </p>
      )}
    </>
  )
}

/** What the guide asks of a practitioner's place: a headset, a second screen. The findings stand above already. */
const OF_THE_PLACE = ['R22', 'R30'] as const

function Advice({ found, shared, now }: { found: EquipmentFindings | null; shared: boolean; now: number }) {
  const purpose = purposeOf(DEFAULT_PURPOSE)
  if (!purpose) return null
  const advice = adviseDevice({
    role: 'practitioner',
    purpose,
    answers: NO_ANSWERS,
    equipment: found,
    participants: 2,
    circumstances: { sharedOffice: shared, needsNotes: true },
    now,
  })
  const lines = toldToStaff(advice, OF_THE_PLACE)
  if (lines.length === 0) return null
  return (
    <ul class="rule-lines small">
      {lines.map((line) => (
        <RuleLine key={line.id} {...line} />
      ))}
    </ul>
  )
}
