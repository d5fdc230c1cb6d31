// The questions about a patient's devices, as the practitioner ticks them with the patient. What cannot matter is not asked.
import type { ComponentChildren } from 'preact'
import { type DeviceAnswers, OWN_KIT, type OwnKit } from '#domain/advice'
import { DEVICE_KINDS, type DeviceKind } from '#domain/plan'
import { words as texts } from '#text/plans-staff'

const words = texts.talk

export interface TalkQuestionsProps {
  answers: DeviceAnswers
  onAnswer: (change: Partial<DeviceAnswers>) => void
}

export function TalkQuestions({ answers, onAnswer }: TalkQuestionsProps) {
  const { devices, alone } = answers
  const carried = devices.some((kind) => kind === 'smartphone' || kind === 'tablet')
  return (
    <div class="talk-questions">
      <Question label={words.devices}>
        {DEVICE_KINDS.map((kind) => (
          <Chip
            key={kind}
            type="checkbox"
            checked={devices.includes(kind)}
            label={texts.kinds[kind]}
            onChange={(on) => onAnswer({ devices: toggled(DEVICE_KINDS, devices, kind, on) })}
          />
        ))}
      </Question>
      {devices.length > 1 && (
        <Question label={words.preference}>
          {devices.map((kind) => (
            <Chip
              key={kind}
              type="radio"
              name="talk-preference"
              checked={answers.preference === kind}
              label={texts.kinds[kind]}
              onChange={() => onAnswer({ preference: kind })}
            />
          ))}
          <Chip
            type="radio"
            name="talk-preference"
            checked={answers.preference === null}
            label={words.noPreference}
            onChange={() => onAnswer({ preference: null })}
          />
        </Question>
      )}
      {carried && (
        <Question label={words.canHold}>
          {(['yes', 'short-time', 'no'] as const).map((hold) => (
            <Chip
              key={hold}
              type="radio"
              name="talk-hold"
              checked={answers.canHold === hold}
              label={words.holds[hold]}
              onChange={() => onAnswer({ canHold: hold })}
            />
          ))}
        </Question>
      )}
      <YesNo
        name="talk-move"
        label={words.canMoveDevice}
        value={answers.canMoveDevice}
        onChange={(canMoveDevice) => onAnswer({ canMoveDevice })}
      />
      <YesNo name="talk-alone" label={words.alone} value={alone} onChange={(next) => onAnswer({ alone: next })} />
      {alone === false && (
        <YesNo
          name="talk-helper"
          label={words.helperCanHold}
          value={answers.helperCanHold}
          onChange={(helperCanHold) => onAnswer({ helperCanHold })}
        />
      )}
      <YesNo
        name="talk-stand"
        label={words.stand}
        hint={words.standHint}
        value={answers.stand}
        onChange={(stand) => onAnswer({ stand })}
      />
      <YesNo
        name="talk-hearing"
        label={words.hardOfHearing}
        value={answers.hardOfHearing ?? null}
        onChange={(hardOfHearing) => onAnswer({ hardOfHearing })}
      />
      <Question label={words.ownKit}>
        {OWN_KIT.map((kit) => (
          <Chip
            key={kit}
            type="checkbox"
            checked={answers.ownKit.includes(kit)}
            label={words.kit[kit]}
            onChange={(on) => onAnswer({ ownKit: toggled<OwnKit>(OWN_KIT, answers.ownKit, kit, on) })}
          />
        ))}
      </Question>
    </div>
  )
}

/** The list with one more or one less, in the order of all. */
function toggled<T extends DeviceKind | OwnKit>(all: readonly T[], now: readonly T[], one: T, on: boolean): T[] {
  return all.filter((each) => (each === one ? on : now.includes(each)))
}

function Question({
  label,
  hint,
  children,
}: {
  label: string
  hint?: string | undefined
  children: ComponentChildren
}) {
  return (
    <fieldset class="talk-question">
      <legend>{label}</legend>
      {hint && <p class="soft small">{hint}</p>}
      <div class="talk-chips">{children}</div>
    </fieldset>
  )
}

function YesNo(props: {
  name: string
  label: string
  hint?: string
  value: boolean | null
  onChange: (value: boolean) => void
}) {
  return (
    <Question label={props.label} hint={props.hint}>
      {[true, false].map((value) => (
        <Chip
          key={String(value)}
          type="radio"
          name={props.name}
          checked={props.value === value}
          label={value ? words.yes : words.no}
          onChange={() => props.onChange(value)}
        />
      ))}
    </Question>
  )
}

interface ChipProps {
  type: 'checkbox' | 'radio'
  name?: string
  checked: boolean
  label: string
  onChange: (checked: boolean) => void
}

function Chip({ type, name, checked, label, onChange }: ChipProps) {
  return (
    <label class="talk-chip">
      <input type={type} name={name} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
