// Every state of a tick box and of a group of choices.
import type { Example } from '../example.ts'
import { Checkbox } from './checkbox.tsx'
import { RadioGroup } from './radio-group.tsx'

const nothing = () => {}
const RULES = [
  { value: 'required', label: 'Must be filled in' },
  { value: 'optional', label: 'May be left empty', hint: 'Patients see “if you want”.' },
  { value: 'off', label: 'Not asked' },
] as const

export const examples: readonly Example[] = [
  {
    name: 'box, empty',
    draw: () => (
      <Checkbox id="c1" checked={false} onChange={nothing}>
        I agree
      </Checkbox>
    ),
  },
  {
    name: 'box, ticked',
    draw: () => (
      <Checkbox id="c2" checked onChange={nothing}>
        I agree
      </Checkbox>
    ),
  },
  {
    name: 'box, with an error',
    draw: () => (
      <Checkbox id="c3" checked={false} error="Tick the box to go on" onChange={nothing}>
        I agree that the clinic uses my details to see me today, and deletes them afterwards
      </Checkbox>
    ),
  },
  {
    name: 'box, not now',
    draw: () => (
      <Checkbox id="c4" checked disabled onChange={nothing}>
        Ring when somebody arrives
      </Checkbox>
    ),
  },
  {
    name: 'choices',
    draw: () => <RadioGroup id="c5" label="Last name" value="optional" options={RULES} onChange={nothing} />,
  },
  {
    name: 'choices, none chosen, with an error',
    draw: () => (
      <RadioGroup id="c6" label="Last name" error="Choose one" value={null} options={RULES} onChange={nothing} />
    ),
  },
  {
    name: 'choices side by side',
    draw: () => (
      <RadioGroup
        id="c7"
        label="Did you hear the bell?"
        inline
        value="yes"
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        onChange={nothing}
      />
    ),
  },
]
