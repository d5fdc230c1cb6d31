// The page of a week of appointments: by the hour where there is room, else as a list of its days.
import { useEffect } from 'preact/hooks'
import { DAYS_OF_A_WEEK, dateAfter } from '#domain/week'
import { words as week } from '#text/appointment-week'
import { words as texts } from '#text/appointments'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { LoadState } from '../../parts/load-state.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { Came, Dialogs } from '../parts/dialogs.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { WhoseFields } from '../parts/whose-fields.tsx'
import type { AppointmentWeekModel, WeekState } from './appointment-week-model.ts'
import { One, WeekTable } from './week-table.tsx'
import '../appointments.scss'
import './appointment-week.scss'

interface AppointmentWeekPageProps {
  model: AppointmentWeekModel
  plans: PlanCatalogue
  onDay: (date: string) => void
}

export function AppointmentWeekPage({ model, plans, onDay }: AppointmentWeekPageProps) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  const view = state.kind === 'loaded' ? state.view : null
  return (
    <div class="work-page appointments appointment-week stack-s">
      <PageHead look="week" model={model} desk={view} />
      {state.kind === 'loaded' && <Which model={model} state={state} />}
      <Came model={model} />
      <LoadState state={state} words={week} onAgain={() => void model.load()} />
      {view?.areas.length === 0 && (
        <div class="appointments-empty stack-s">
          <h3>{week.noneAtAll}</h3>
          <p>{texts.noAreas}</p>
        </div>
      )}
      {state.kind === 'loaded' && state.view.areas.length > 0 && (
        <>
          <WeekTable key={state.view.from} model={model} state={state} />
          <WeekList model={model} state={state} />
        </>
      )}
      <Dialogs model={model} desk={view} plans={plans} onDay={onDay} />
    </div>
  )
}

type Loaded = Extract<WeekState, { kind: 'loaded' }>

/** Which week, and whose. */
function Which({ model, state: { view, now, whose } }: { model: AppointmentWeekModel; state: Loaded }) {
  return (
    <>
      <div class="appointments-day">
        <h2 aria-live="polite">{week.title(view.from, dateAfter(view.from, DAYS_OF_A_WEEK - 1))}</h2>
        <div class="appointments-steps">
          <Button kind="secondary" size="small" onPress={() => model.step(-1)}>
            {week.earlier}
          </Button>
          <Button kind="secondary" size="small" onPress={now}>
            {week.now}
          </Button>
          <Button kind="secondary" size="small" onPress={() => model.step(1)}>
            {week.later}
          </Button>
          <label>
            <span class="visually-hidden">{week.choose}</span>
            <input
              class="field-box"
              type="date"
              value={view.from}
              onChange={({ currentTarget: { value } }) => void (value && model.load(value))}
            />
          </label>
        </div>
      </div>
      <fieldset class="week-whose" aria-label={week.narrow}>
        <WhoseFields areas={view.areas} whose={whose} onChoose={model.choose} />
      </fieldset>
    </>
  )
}

/** Where there is no room for columns. */
function WeekList({ model, state: { days, view, whose } }: { model: AppointmentWeekModel; state: Loaded }) {
  return (
    <div class="week-list stack-s">
      {days.map(({ date, appointments }) => (
        <section key={date} class="week-day">
          <div class="appointments-day">
            <h3>
              {week.wholeDay(date)}
              {date === view.today && `, ${week.today}`}
            </h3>
            <Button kind="quiet" size="small" label={week.bookOn(date)} onPress={() => model.book(date)}>
              {texts.add}
            </Button>
          </div>
          {appointments.length === 0 ? (
            <p class="soft">{week.none}</p>
          ) : (
            <ul>
              {appointments.map((one) => (
                <li key={one.id}>
                  <One one={one} named={!whose.practitionerId} onPress={() => model.open(one)} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
