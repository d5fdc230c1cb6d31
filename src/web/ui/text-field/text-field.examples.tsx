// Every kind and state of a text field.
import type { Example } from '../example.ts'
import { TextField } from './text-field.tsx'

const nothing = () => {}

export const examples: readonly Example[] = [
  { name: 'empty', draw: () => <TextField id="t1" label="First name" value="" onInput={nothing} /> },
  {
    name: 'with a hint',
    draw: () => (
      <TextField
        id="t2"
        label="Phone number"
        hint="We phone you if the video stops."
        type="tel"
        width="half"
        value=""
        onInput={nothing}
      />
    ),
  },
  {
    name: 'optional, filled',
    draw: () => (
      <TextField id="t3" label="Last name" optional value="Featherstonehaugh-Cholmondeley" onInput={nothing} />
    ),
  },
  {
    name: 'with an error',
    draw: () => (
      <TextField
        id="t4"
        label="Phone number"
        hint="We phone you if the video stops."
        error="Check the phone number. For example, 07700 900 123"
        value="0770"
        onInput={nothing}
      />
    ),
  },
  {
    name: 'password',
    draw: () => <TextField id="t5" label="Password" type="password" value="three plain words" onInput={nothing} />,
  },
  {
    name: 'short',
    draw: () => <TextField id="t6" label="Minutes" inputMode="numeric" width="short" value="20" onInput={nothing} />,
  },
  { name: 'not now', draw: () => <TextField id="t7" label="Name" value="Riverside" disabled onInput={nothing} /> },
]
