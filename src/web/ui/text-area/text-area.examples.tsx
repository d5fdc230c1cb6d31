// Every state of a text area.
import type { Example } from '../example.ts'
import { TextArea } from './text-area.tsx'

const nothing = () => {}

export const examples: readonly Example[] = [
  { name: 'empty', draw: () => <TextArea id="a1" label="Write to the clinic" value="" onInput={nothing} /> },
  {
    name: 'nearly full',
    draw: () => (
      <TextArea
        id="a2"
        label="Write to the clinic"
        limit={60}
        value="I have taken my tablets and my foot is less swollen"
        onInput={nothing}
      />
    ),
  },
  {
    name: 'too long',
    draw: () => (
      <TextArea
        id="a3"
        label="Write to the clinic"
        limit={40}
        error="This message is too long. Make it shorter."
        value="I have taken my tablets and my foot is less swollen"
        onInput={nothing}
      />
    ),
  },
]
