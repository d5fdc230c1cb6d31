// What somebody is: service by service, and for the whole organisation. Ticks and choices only; what they mean is the
// model's.
import { useState } from 'preact/hooks'
import { type OrganisationRole, SERVICE_ROLES } from '#domain/permission'
import { words as texts } from '#text/people-admin'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { RadioGroup } from '../../../ui/choice/radio-group.tsx'
import { FieldGroup } from '../../../ui/field/field.tsx'
import { CrossIcon } from '../../../ui/icon/signs.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import type { PersonFault, PersonForm } from '../person-form.ts'
import {
  addService,
  chooseAreas,
  type Rights,
  removeService,
  type Service,
  type ServiceRights,
  setAlias,
  toggleArea,
  toggleRole,
} from '../rights.ts'

const words = texts.form

export interface RightsFieldsProps {
  form: PersonForm
  rights: Rights
  faults: readonly PersonFault[]
  you: boolean
}

export function RightsFields({ form, rights, faults, you }: RightsFieldsProps) {
  const { services } = form
  const free = services.filter(({ id }) => !rights.services.some((one) => one.serviceId === id))
  const whole = words.wholeOptions
  const audits = rights.organisationRole === 'auditor'
  return (
    <>
      {!audits && (
        <section class="rights stack-s" aria-labelledby="rights-title">
          <h3 id="rights-title">{words.places}</h3>
          <p class="soft small">{words.placesHint}</p>
          {rights.services.map((one) => {
            const service = services.find(({ id }) => id === one.serviceId)
            return (
              service && <ServiceFields key={service.id} form={form} service={service} rights={one} faults={faults} />
            )
          })}
          {free.length > 0 && <AddService form={form} free={free} />}
        </section>
      )}
      <RadioGroup<OrganisationRole | 'none'>
        id="organisation-role"
        label={words.whole}
        hint={you ? words.yourself : undefined}
        value={rights.organisationRole ?? 'none'}
        options={(you ? (['administrator'] as const) : (['none', 'administrator', 'auditor'] as const)).map(
          (value) => ({
            value,
            ...whole[value],
          }),
        )}
        onChange={(role) => form.setOrganisationRole(role === 'none' ? null : role)}
      />
    </>
  )
}

interface ServiceFieldsProps {
  form: PersonForm
  service: Service
  rights: ServiceRights
  faults: readonly PersonFault[]
}

function ServiceFields({ form, service, rights, faults }: ServiceFieldsProps) {
  const { id, name, areas } = service
  const has = (kind: PersonFault['kind']) =>
    faults.some((fault) => fault.kind === kind && 'serviceId' in fault && fault.serviceId === id)
  return (
    <div class="rights-service">
      <div class="rights-head">
        <h4>{name}</h4>
        <Button
          kind="quiet"
          size="small"
          icon={<CrossIcon size={20} />}
          label={words.removeLong(name)}
          onPress={() => form.changeRights((now) => removeService(now, id))}
        >
          {words.remove}
        </Button>
      </div>
      <fieldset class="rights-roles" id={`roles-${id}`} tabIndex={-1}>
        <legend class="visually-hidden">{words.rolesIn(name)}</legend>
        {has('service-added') && <p class="field-error">{words.faults['service-added'](name)}</p>}
        {has('no-role') && <p class="field-error">{words.faults['no-role'](name)}</p>}
        {SERVICE_ROLES.map((role) => (
          <div class="rights-role" key={role}>
            <Checkbox
              id={`role-${id}-${role}`}
              checked={rights.roles.includes(role)}
              onChange={() => form.changeRights((now) => toggleRole(now, id, role))}
            >
              <span class="rights-role-name">{texts.roles[role]}</span>
              <span class="rights-role-hint">{words.roleHints[role]}</span>
            </Checkbox>
          </div>
        ))}
      </fieldset>
      {areas.length > 1 && (
        <FieldGroup
          id={`areas-${id}`}
          label={words.areasIn(name)}
          error={has('no-area') ? words.faults['no-area'](name) : null}
        >
          <div class="rights-areas">
            <label>
              <input
                type="radio"
                id={`areas-${id}`}
                name={`areas-${id}`}
                checked={rights.areaIds === null}
                onChange={() => form.changeRights((now) => chooseAreas(now, service, false))}
              />
              <span>{words.allAreas}</span>
            </label>
            <label>
              <input
                type="radio"
                name={`areas-${id}`}
                checked={rights.areaIds !== null}
                onChange={() => form.changeRights((now) => chooseAreas(now, service, true))}
              />
              <span>{words.someAreas}</span>
            </label>
            {rights.areaIds !== null &&
              areas.map((area) => (
                <label key={area.id} class="rights-area">
                  <input
                    type="checkbox"
                    checked={rights.areaIds?.includes(area.id) ?? false}
                    onChange={() => form.changeRights((now) => toggleArea(now, id, area.id))}
                  />
                  <span>{area.name}</span>
                </label>
              ))}
          </div>
        </FieldGroup>
      )}
      <TextField
        id={`alias-${id}`}
        label={words.alias(name)}
        hint={words.aliasHint}
        optional
        maxLength={80}
        value={rights.alias}
        onInput={(alias) => form.changeRights((now) => setAlias(now, id, alias))}
      />
    </div>
  )
}

function AddService({ form, free }: { form: PersonForm; free: readonly Service[] }) {
  const [chosen, setChosen] = useState('')
  const valid = free.some(({ id }) => id === chosen)
  return (
    <div class="rights-add">
      <SelectField
        id="add-service"
        label={words.service}
        value={valid ? chosen : ''}
        options={[
          { value: '', label: words.chooseService },
          ...free.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          setChosen(id)
          form.choose(id)
        }}
      />
      <Button kind="secondary" onPress={valid ? () => form.changeRights((now) => addService(now, chosen)) : null}>
        {words.add}
      </Button>
    </div>
  )
}
