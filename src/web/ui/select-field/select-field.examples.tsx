// Every state of a list to choose from.
import type { Example } from '../example.ts'
import { SelectField } from './select-field.tsx'

const nothing = () => {}
const CAMERAS = [
  { value: 'a', label: 'FaceTime HD Camera' },
  { value: 'b', label: 'Logitech BRIO Ultra HD Webcam with a very long name (046d:085e)' },
] as const

export const examples: readonly Example[] = [
  { name: 'chosen', draw: () => <SelectField id="s1" label="Camera" value="b" options={CAMERAS} onChange={nothing} /> },
  {
    name: 'with a hint and an error',
    draw: () => (
      <SelectField
        id="s2"
        label="Camera"
        hint="The one you look into"
        error="This camera is not there any more"
        value="a"
        options={CAMERAS}
        onChange={nothing}
      />
    ),
  },
  {
    name: 'not now',
    draw: () => <SelectField id="s3" label="Camera" value="a" disabled options={CAMERAS} onChange={nothing} />,
  },
]
