// The settings page: the way about at its side, and one place at a time: the organisation, a service, or a waiting area.
import { useEffect } from 'preact/hooks'
import { words } from '#text/settings'
import { words as handed } from '#text/settings-handed'
import { words as places } from '#text/settings-places'
import { useStore } from '../../kit/store.ts'
import { Notice } from '../../ui/notice/notice.tsx'
import { LoadState } from '../parts/load-state.tsx'
import type { PlanCatalogue } from '../plans/plan-catalogue-model.ts'
import { AddPart } from './parts/add-part.tsx'
import { AreaPart } from './parts/area-part.tsx'
import { AuditPart } from './parts/audit-part.tsx'
import { ClosedNotice, ClosePart } from './parts/close-part.tsx'
import { HandedPart } from './parts/handed-part.tsx'
import { OrganisationPart } from './parts/organisation-part.tsx'
import { PlaceNav } from './parts/place-nav.tsx'
import { PlansPart } from './parts/plans-part.tsx'
import { PracticePart } from './parts/practice-part.tsx'
import { SamplePart } from './parts/sample-part.tsx'
import { SignInPart } from './parts/sign-in-part.tsx'
import { type Found, find, firstPlace, keyOf, ORGANISATION, type Place, pathOf } from './place.ts'
import type { PlaceModel } from './place-model.ts'
import type { SettingsModel, SettingsState } from './settings-model.ts'
import './settings.scss'
import './handed.scss'

export interface SettingsProps {
  settings: SettingsModel
  plans: PlanCatalogue
  /** Null: the first that the reader keeps. */
  asked: Place | null
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
      <h1>{words.title}</h1>
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
  return (
    <div class="settings-columns">
      <PlaceNav view={view} here={place} />
      {found && model ? (
        <PlacePage key={keyOf(place)} {...props} found={found} model={model} />
      ) : (
        <Notice title={places.noPlace}>
          <a href={pathOf(firstPlace(view))}>{places.back}</a>
        </Notice>
      )}
    </div>
  )
}

function PlacePage({ state, settings, plans, found, model, onGo }: Here & { found: Found; model: PlaceModel }) {
  const isOrganisation = found.level === 'organisation'
  const closed =
    (found.level !== 'organisation' && found.service.closedAt !== null) ||
    (found.level === 'area' && found.area.closedAt !== null)
  return (
    <div class="settings-forms">
      <header>
        <p class="soft small">{kindOf(found)}</p>
        <h2>{found.name}</h2>
        {!closed && <p class="soft">{LEADS[found.level]}</p>}
      </header>
      {closed && <ClosedNotice model={model} found={found} />}
      {!closed && found.mayChange && (
        <>
          {isOrganisation && <OrganisationPart form={state.organisation} />}
          {!isOrganisation && <AreaPart model={model} found={found} />}
          <HandedPart model={model} found={found} plans={plans} />
          {found.level !== 'area' && <AddPart model={model} onAdded={(place) => turnTo(onGo, place)} />}
          {isOrganisation && <PlansPart />}
          {isOrganisation && <SignInPart />}
          {isOrganisation && <PracticePart />}
          {isOrganisation && <AuditPart />}
          {isOrganisation && <SamplePart model={settings.sample} />}
          {!isOrganisation && <ClosePart model={model} found={found} />}
        </>
      )}
    </div>
  )
}

/** As a link does: the new page begins at its top, and says itself to a screen reader. */
function turnTo(onGo: (path: string) => void, place: Place): void {
  onGo(pathOf(place))
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
