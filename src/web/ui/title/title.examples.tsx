// Headings of screens.
import type { Example } from '../example.ts'
import { Title } from './title.tsx'

export const examples: readonly Example[] = [
  { name: 'plain', draw: () => <Title tab="Components">Tell us who you are</Title> },
  {
    name: 'with a caption',
    draw: () => (
      <Title tab="Components" caption="Your video visit">
        Diabetes clinic
      </Title>
    ),
  },
]
