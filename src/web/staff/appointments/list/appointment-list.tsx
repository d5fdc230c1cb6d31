// The page of all appointments: what is looked for above, a line for each below; a press on one opens its details.
import { useEffect } from 'preact/hooks'
import type { AppointmentView } from '#contract/appointment'
import { words as list } from '#text/appointment-list'
import { words as texts } from '#text/appointments'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { ArrowRightIcon } from '../../../ui/icon/signs.tsx'
import { birthOf } from '../../console/person-words.ts'
import { LoadState } from '../../parts/load-state.tsx'
import type { PlanCatalogue } from '../../plans/plan-catalogue-model.ts'
import { NameOf, StatusTag, WithWhom } from '../parts/appointment-facts.tsx'
import { Came, Dialogs } from '../parts/dialogs.tsx'
import { PageHead } from '../parts/page-head.tsx'
import type { AppointmentListModel, FoundList } from './appointment-list-model.ts'
import { ListSieve } from './list-sieve.tsx'
import '../appointments.scss'
import './appointment-list.scss'

interface AppointmentListPageProps {
  model: AppointmentListModel
  plans: PlanCatalogue
  onDay: (date: string) => void
}

export function AppointmentListPage({ model, plans, onDay }: AppointmentListPageProps) {
  const { sieve, found, busy } = useStore(model.state)
  useEffect(() => void model.reload(), [model])
  const desk = found.kind === 'loaded' ? found.list : null
  return (
    <div class="work-page appointments stack-s">
      <PageHead look="all" model={model} desk={desk} />
      <ListSieve model={model} sieve={sieve} areas={desk?.areas ?? []} busy={busy} />
      <Came model={model} />
      <p class="visually-hidden" role="status">
        {found.kind === 'loaded' && !busy && list.found(found.list.appointments.length, found.page)}
      </p>
      <LoadState state={found} words={list} onAgain={() => void model.reload()} />
      {found.kind === 'loaded' && <Found model={model} found={found} past={sieve.when === 'past'} />}
      <Dialogs model={model} desk={desk} plans={plans} onDay={onDay} />
    </div>
  )
}

type Loaded = Extract<FoundList, { kind: 'loaded' }>

function Found({ model, found, past }: { model: AppointmentListModel; found: Loaded; past: boolean }) {
  const { appointments, areas, today } = found.list
  if (appointments.length === 0)
    return (
      <div class="appointments-empty stack-s">
        <h2>{found.narrowed ? list.noneFound : past ? list.nonePast : list.noneComing}</h2>
        <p>{areas.length === 0 ? texts.noAreas : found.narrowed ? list.noneFoundText : list.noneText}</p>
        {found.narrowed && (
          <p>
            <Button kind="secondary" size="small" onPress={() => void model.reset()}>
              {list.reset}
            </Button>
          </p>
        )}
      </div>
    )
  return (
    <>
      <ul class="appointment-lines" aria-label={past ? list.past : list.coming}>
        {appointments.map((one) => (
          <li key={one.id}>
            <Line one={one} today={today} several={areas.length > 1} onPress={() => model.open(one)} />
          </li>
        ))}
      </ul>
      {(found.before || found.after) && (
        <nav class="appointment-pages" aria-label={list.pages}>
          <Button kind="secondary" size="small" onPress={found.before}>
            {list.before}
          </Button>
          <span>{list.page(found.page)}</span>
          <Button kind="secondary" size="small" onPress={found.after}>
            {list.after}
          </Button>
        </nav>
      )}
    </>
  )
}

interface LineProps {
  one: AppointmentView
  today: string
  several: boolean
  onPress: () => void
}

function Line({ one, today, several, onPress }: LineProps) {
  const { patient } = one
  return (
    <button type="button" class="appointment-line" onClick={onPress}>
      <span class="appointment-line-when">
        <strong>{list.day(one.date, today)}</strong>
        <span>{one.time}</span>
      </span>
      <span class="appointment-line-who">
        <strong>
          <NameOf one={one} />
        </strong>
        {patient && <span class="soft small">{birthOf(patient, today)}</span>}
        {patient?.reason && (
          <span class="small" dir="auto">
            {patient.reason}
          </span>
        )}
      </span>
      <span class="appointment-line-facts small">
        <span>
          <WithWhom one={one} />
        </span>
        {several && <bdi class="soft">{one.areaName}</bdi>}
      </span>
      <StatusTag status={one.status} />
      <ArrowRightIcon size={20} />
    </button>
  )
}
