// The settings of one place, a group a page: the organisation, a service, or a waiting area.
import { useEffect } from 'preact/hooks'
import { words } from '#text/settings'
import { words as handed } from '#text/settings-handed'
import { words as places } from '#text/settings-places'
import { useStore } from '../../kit/store.ts'
import { Notice } from '../../ui/notice/notice.tsx'
import { LoadState } from '../parts/load-state.tsx'
import { PageTabs } from '../parts/page-tabs.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { AreaPart } from './parts/area-part.tsx'
import { BelowPart } from './parts/below-part.tsx'
import { ClosedNotice, ClosePart } from './parts/close-part.tsx'
import { HandedPart } from './parts/handed-part.tsx'
import { OrganisationPart } from './parts/organisation-part.tsx'
import { PracticePart } from './parts/practice-part.tsx'
import { SamplePart } from './parts/sample-part.tsx'
import {
  type Found,
  find,
  firstPlace,
  groupsOf,
  keyOf,
  ORGANISATION,
  type Place,
  type PlaceGroup,
  pathOf,
} from './place.ts'
import type { PlaceModel } from './place-model.ts'
import type { SettingsModel, SettingsState } from './settings-model.ts'
import { groupName } from './settings-search.ts'
import './settings.scss'
import './handed.scss'

export interface SettingsProps {
  settings: SettingsModel
  plans: PlanCatalogue
  /** Null: the first that the reader keeps. */
  asked: Place | null
  group: PlaceGroup
  onGo: (path: string) => void
  onInstead: (path: string) => void
}

export function Settings(props: SettingsProps) {
  const { settings } = props
  const state = useStore(settings.state)
  useEffect(() => {
    // Once it is here it may hold what was typed and not saved.
    if (settings.state.get().kind !== 'loaded') void settings.load()
  }, [settings])
  return (
    <div class="work-page settings">
      <h1 class="visually-hidden">{words.title}</h1>
      <LoadState state={state} words={words} onAgain={() => void settings.load()} />
      {state.kind === 'loaded' && <Loaded {...props} state={state} />}
    </div>
  )
}

type Here = SettingsProps & { state: Extract<SettingsState, { kind: 'loaded' }> }

function Loaded(props: Here) {
  const { state, settings, asked, onInstead } = props
  const { view } = state
  const place = asked ?? firstPlace(view)
  const [found, model] = [find(view, place), settings.place(place)]
  const wanted = pathOf(place)
  useEffect(() => {
    // Whoever keeps no organisation begins at what they keep, under its own address.
    if (!asked && wanted !== pathOf(ORGANISATION)) onInstead(wanted)
  }, [asked, wanted, onInstead])
  if (!found || !model)
    return (
      <Notice title={places.noPlace}>
        <a href={pathOf(firstPlace(view))}>{places.back}</a>
      </Notice>
    )
  return <PlacePage key={keyOf(place)} {...props} found={found} model={model} place={place} />
}

function PlacePage(props: Here & { found: Found; model: PlaceModel; place: Place }) {
  const { found, model, place, group } = props
  const closed =
    (found.level !== 'organisation' && found.service.closedAt !== null) ||
    (found.level === 'area' && found.area.closedAt !== null)
  const open = !closed && found.mayChange
  return (
    <div class="settings-forms">
      <header>
        <p class="soft small">{kindOf(found)}</p>
        <h2>{found.name}</h2>
        {!closed && <p class="soft">{LEADS[found.level]}</p>}
      </header>
      {closed && <ClosedNotice model={model} found={found} />}
      {open && (
        <>
          <PageTabs
            label={places.groupsOf(found.name)}
            tabs={groupsOf(found.level).map((one) => ({
              path: pathOf(place, one),
              name: groupName(one, found.level),
              current: one === group,
            }))}
          />
          <GroupPage {...props} />
        </>
      )}
    </div>
  )
}

function GroupPage({ state, settings, plans, found, model, group, onGo }: Parameters<typeof PlacePage>[0]) {
  if (group === 'below')
    return <BelowPart view={state.view} found={found} model={model} onAdded={(place) => turnTo(onGo, place)} />
  if (group !== 'general') return <HandedPart group={group} model={model} found={found} plans={plans} />
  if (found.level === 'organisation')
    return (
      <>
        <OrganisationPart form={state.organisation} />
        <PracticePart />
        <SamplePart model={settings.sample} />
      </>
    )
  return (
    <>
      <AreaPart model={model} found={found} />
      <ClosePart model={model} found={found} />
    </>
  )
}

/** As a link does: the new page begins at its top, and says itself to a screen reader. */
function turnTo(onGo: (path: string) => void, place: Place): void {
  // A service is of use once it has an area: that is what comes next.
  onGo(pathOf(place, place.level === 'service' ? 'below' : 'general'))
  scrollTo(0, 0)
  document.getElementById('main')?.focus()
}

const LEADS = {
  organisation: handed.organisationLead,
  service: handed.serviceLead,
  area: handed.areaLead,
} as const

function kindOf(found: Found): string {
  if (found.level === 'organisation') return places.organisation
  return found.level === 'service' ? places.service : places.area(found.service.name)
}
