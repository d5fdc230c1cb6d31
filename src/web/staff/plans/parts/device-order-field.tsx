// How well each kind of device suits a plan.
import { DEVICE_KINDS } from '#domain/plan'
import { words as texts } from '#text/plans-staff'
import type { Suits, TypedPlan } from '../plan-form.ts'

const words = texts.page
const GROUPS: readonly Suits[] = ['first', 'second', 'possible', 'avoid']

export interface DeviceOrderFieldProps {
  devices: TypedPlan['devices']
  onChange: (devices: TypedPlan['devices']) => void
}

export function DeviceOrderField({ devices, onChange }: DeviceOrderFieldProps) {
  return (
    <fieldset class="field">
      <legend class="field-label">{words.devices}</legend>
      <p class="field-hint">{words.devicesHint}</p>
      <div class="asked">
        {DEVICE_KINDS.map((kind) => (
          <fieldset key={kind} class="asked-line">
            <legend>{texts.kinds[kind]}</legend>
            <div class="asked-rules">
              {GROUPS.map((group) => (
                <label key={group}>
                  <input
                    type="radio"
                    name={`plan-device-${kind}`}
                    checked={devices[kind] === group}
                    onChange={() => onChange({ ...devices, [kind]: group })}
                  />
                  <span>{words.suits[group]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </fieldset>
  )
}
