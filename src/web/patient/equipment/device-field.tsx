// Which camera, microphone or loudspeaker.
import type { DeviceChoice } from '../../media/local.ts'
import { deviceOptions } from '../../ui/select-field/device-options.ts'
import { SelectField } from '../../ui/select-field/select-field.tsx'

interface DeviceFieldProps {
  id: string
  label: string
  devices: readonly DeviceChoice[]
  value: string | null
  choose: (id: string) => void
}

/** A choice only where there is something to choose. */
export function DeviceField({ id, label, devices, value, choose }: DeviceFieldProps) {
  if (devices.length < 2) return null
  const options = deviceOptions(label, devices)
  return <SelectField id={id} label={label} value={value ?? ''} options={options} onChange={choose} />
}
