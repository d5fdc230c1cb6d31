// The rules of what each group gives: one line each, saved together.
import type { SignInSettings } from '#contract/provider'
import { ORGANISATION_ROLES, SERVICE_ROLES } from '#domain/permission'
import { words as texts } from '#text/provider'
import { words as staff } from '#text/staff'
import { Button } from '../../../ui/button/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx'
import { CrossIcon, PlusIcon } from '../../../ui/icon/signs.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { SaveBar } from '../../settings/parts/save-bar.tsx'
import {
  choiceOf,
  type RuleFault,
  type SignInSettingsModel,
  type SignInSettingsState,
  type TypedRule,
} from '../sign-in-settings-model.ts'

const words = texts.groups
const roles = staff.account.roles

export type LoadedSettings = Extract<SignInSettingsState, { kind: 'loaded' }>

export function GroupRules({ model, state }: { model: SignInSettingsModel; state: LoadedSettings }) {
  const { view, rules, faults, attempt, request, changed } = state
  const options = optionsOf(view)
  return (
    <form
      class="settings-part stack-s"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void model.save()
      }}
    >
      <h2>{words.title}</h2>
      <p>{view.provider?.tellsGroups ? words.text : words.untold}</p>
      <ErrorSummary
        attempt={attempt}
        errors={faults.map((fault) => ({ fieldId: fieldOf(fault), text: faultWords(fault) }))}
      />
      {rules.length === 0 ? <p class="soft">{words.none}</p> : <p class="soft small">{words.groupHint}</p>}
      {rules.map((rule, index) => (
        <Rule key={rule.key} model={model} rule={rule} at={index + 1} options={options} faults={faults} />
      ))}
      <div>
        <Button kind="secondary" size="small" icon={<PlusIcon size={20} />} onPress={model.add}>
          {words.add}
        </Button>
      </div>
      <SaveBar request={request} changed={changed} of={words.saveOf} />
    </form>
  )
}

interface RuleProps {
  model: SignInSettingsModel
  rule: TypedRule
  at: number
  options: readonly { value: string; label: string }[]
  faults: readonly RuleFault[]
}

function Rule({ model, rule, at, options, faults }: RuleProps) {
  const { key, group, gives } = rule
  const mine = faults.filter((fault) => fault.key === key)
  const wrong = (...kinds: RuleFault['kind'][]) => {
    const fault = mine.find(({ kind }) => kinds.includes(kind))
    return fault ? faultWords(fault) : null
  }
  return (
    <fieldset class="group-rule">
      <legend class="visually-hidden">{words.row(at)}</legend>
      <TextField
        id={`rule-group-${key}`}
        label={words.group}
        value={group}
        maxLength={200}
        autocapitalize="none"
        error={wrong('group-missing', 'twice')}
        onInput={(value) => model.type(key, { group: value })}
      />
      <SelectField
        id={`rule-role-${key}`}
        label={words.gives}
        value={gives}
        options={options}
        error={wrong('role-missing')}
        onChange={(value) => model.type(key, { gives: value })}
      />
      <Button
        kind="quiet"
        size="small"
        icon={<CrossIcon size={20} />}
        label={words.remove(group)}
        onPress={() => model.remove(key)}
      >
        {words.removeShort}
      </Button>
    </fieldset>
  )
}

const fieldOf = ({ key, kind }: RuleFault) => (kind === 'role-missing' ? `rule-role-${key}` : `rule-group-${key}`)

function faultWords({ at, kind }: RuleFault): string {
  if (kind === 'group-missing') return words.groupMissing(at)
  return kind === 'role-missing' ? words.roleMissing(at) : words.twice(at)
}

function optionsOf({ services }: SignInSettings) {
  return [
    { value: '', label: words.choose },
    ...services.flatMap(({ id, name }) =>
      SERVICE_ROLES.map((role) => ({ value: choiceOf(id, role), label: words.inService(roles[role], name) })),
    ),
    ...ORGANISATION_ROLES.map((role) => ({ value: choiceOf(null, role), label: words.whole(roles[role]) })),
  ]
}
