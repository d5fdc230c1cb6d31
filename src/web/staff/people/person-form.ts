// The form of one person: an invitation, or what somebody is from now on. It keeps what was typed until the server has it.
import type { PeopleView, PersonView } from '#contract/people-admin'
import type { OrganisationRole } from '#domain/permission'
import { isBlank } from '#domain/typed-text'
import { type ApiCall, BUSY, DONE, IDLE, type RequestState } from '../../kit/api-call.ts'
import { createStore, type Readable } from '../../kit/store.ts'
import { Refusal } from '../../net/api.ts'
import { addService, faultsOf, membershipsOf, type Rights, type RightsFault, rightsOf, type Service } from './rights.ts'

export interface TypedPerson {
  readonly name: string
  readonly title: string
  readonly email: string
}

export type PersonFault =
  /** It was chosen and not added: added now, its roles are to be looked at. */
  | { readonly kind: 'service-added'; readonly serviceId: string }
  | { readonly kind: 'name-missing' | 'email-missing' | 'email-wrong' | 'email-taken' }
  | RightsFault

export interface PersonFormState {
  readonly typed: TypedPerson
  readonly rights: Rights
  readonly faults: readonly PersonFault[]
  readonly attempt: number
  readonly request: RequestState
  readonly changed: boolean
}

export interface PersonForm {
  readonly state: Readable<PersonFormState>
  readonly services: readonly Service[]
  type(field: keyof TypedPerson, value: string): void
  setOrganisationRole(role: OrganisationRole | null): void
  changeRights(how: (rights: Rights) => Rights): void
  /** A service is chosen that is not added yet; empty: none. */
  choose(serviceId: string): void
  /** Everybody as they are then; null when something is to be mended first. */
  submit(): Promise<PeopleView | null>
}

export function createPersonForm(
  apiCall: ApiCall,
  person: PersonView | null,
  services: readonly Service[],
): PersonForm {
  const [only] = services
  const nobody: Rights = { organisationRole: null, services: [] }
  const saved = {
    typed: { name: person?.name ?? '', title: person?.title ?? '', email: person?.email ?? '' },
    // Where there is one service, it is meant.
    rights: person ? rightsOf(person) : only && services.length === 1 ? addService(nobody, only.id) : nobody,
  }
  const state = createStore<PersonFormState>({ ...saved, faults: [], attempt: 0, request: IDLE, changed: false })
  const put = (change: Partial<PersonFormState>) => {
    state.update((now) => {
      const next = { ...now, ...change }
      const { typed, rights } = next
      return { ...next, changed: JSON.stringify({ typed, rights }) !== JSON.stringify(saved) }
    })
  }
  let chosen = ''
  const changeRights: PersonForm['changeRights'] = (how) => {
    const { rights, faults } = state.get()
    put({ rights: how(rights), faults: faults.filter((one) => !('serviceId' in one)), request: IDLE })
  }

  return {
    state,
    services,
    changeRights(how) {
      chosen = ''
      changeRights(how)
    },
    choose(serviceId) {
      chosen = serviceId
    },
    setOrganisationRole: (organisationRole) => changeRights((rights) => ({ ...rights, organisationRole })),
    type(field, value) {
      const { typed, faults } = state.get()
      put({
        typed: { ...typed, [field]: value },
        faults: faults.filter((one) => !one.kind.startsWith(`${field}-`)),
        request: IDLE,
      })
    },
    async submit() {
      const { typed, rights, attempt, request } = state.get()
      if (request.kind === 'busy') return null
      const pending = chosen
      chosen = ''
      if (pending && rights.organisationRole !== 'auditor') put({ rights: addService(rights, pending) })
      const added: PersonFault[] = state.get().rights === rights ? [] : [{ kind: 'service-added', serviceId: pending }]
      const faults = [...typedFaults(typed), ...faultsOf(rights), ...added]
      put({ faults, attempt: attempt + 1 })
      if (faults.length > 0) return null
      put({ request: BUSY })
      const { organisationRole } = rights
      // Corrected while nobody has come by it; afterwards it is theirs to change.
      const corrected = person?.status === 'invited' && typed.email !== person.email ? { email: typed.email } : {}
      const body = {
        ...corrected,
        name: typed.name,
        title: typed.title,
        organisationRole,
        memberships: membershipsOf(rights),
      }
      try {
        const view = person
          ? await apiCall<PeopleView>('PUT', `/api/staff/people/${person.id}`, body)
          : await apiCall<PeopleView>('POST', '/api/staff/people', { ...body, email: typed.email })
        put({ request: DONE })
        return view
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (error.code === 'person/email-taken')
          put({ request: IDLE, faults: [{ kind: 'email-taken' }], attempt: attempt + 2 })
        else put({ request: { kind: 'refused', refusal: error } })
        return null
      }
    },
  }
}

function typedFaults({ name, email }: TypedPerson): PersonFault[] {
  const faults: PersonFault[] = []
  if (isBlank(name)) faults.push({ kind: 'name-missing' })
  if (isBlank(email)) faults.push({ kind: 'email-missing' })
  else if (!/^\s*[^@\s<>]+@[^@\s<>]+\s*$/.test(email)) faults.push({ kind: 'email-wrong' })
  return faults
}
