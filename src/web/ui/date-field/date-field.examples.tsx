// Every state of a date field.
import type { Example } from '../example.ts'
import { DateField } from './date-field.tsx'

const nothing = () => {}
const NONE = { day: '', month: '', year: '' }

export const examples: readonly Example[] = [
  {
    name: 'empty',
    draw: () => (
      <DateField id="d1" label="Date of birth" hint="For example, 31 3 1980" value={NONE} onInput={nothing} />
    ),
  },
  {
    name: 'filled',
    draw: () => (
      <DateField id="d2" label="Date of birth" value={{ day: '31', month: '3', year: '1938' }} onInput={nothing} />
    ),
  },
  {
    name: 'with an error',
    draw: () => (
      <DateField
        id="d3"
        label="Date of birth"
        hint="For example, 31 3 1980"
        error="Type the year you were born, with 4 numbers"
        value={{ day: '31', month: '3', year: '38' }}
        onInput={nothing}
      />
    ),
  },
]
