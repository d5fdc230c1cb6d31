// Every tone of a tag.
import type { Example } from '../example.ts'
import { ClockIcon, TickIcon } from '../icon/signs.tsx'
import { Tag } from './tag.tsx'

export const examples: readonly Example[] = [
  { name: 'neutral', draw: () => <Tag>Away</Tag> },
  { name: 'accent', draw: () => <Tag tone="accent">With Amara Okafor</Tag> },
  {
    name: 'good',
    draw: () => (
      <Tag tone="good" icon={<TickIcon size={20} />}>
        Ready
      </Tag>
    ),
  },
  {
    name: 'amber',
    draw: () => (
      <Tag tone="amber" icon={<ClockIcon size={20} />}>
        12 minutes
      </Tag>
    ),
  },
  {
    name: 'dark amber',
    draw: () => (
      <Tag tone="dark-amber" icon={<ClockIcon size={20} />}>
        41 minutes
      </Tag>
    ),
  },
  { name: 'bad', draw: () => <Tag tone="bad">Blocked</Tag> },
]
