// The state of one visit: a word, an icon, a colour.
import type { ComponentChildren } from 'preact'
import { words } from '#text/console'
import { HoldIcon } from '../../../ui/icon/equipment.tsx'
import { ClockIcon, CrossIcon, WarningIcon } from '../../../ui/icon/signs.tsx'
import { ChairIcon, PersonIcon } from '../../../ui/icon/work.tsx'
import { Tag, type TagTone } from '../../../ui/tag/tag.tsx'
import type { QueueLine } from '../queue-line.ts'
import { AwayIcon } from './away-icon.tsx'

interface Look {
  tone: TagTone
  icon: ComponentChildren
  text: string
}

export function StateTag({ line }: { line: QueueLine }) {
  const { tone, icon, text } = lookOf(line)
  return (
    <Tag tone={tone} icon={icon}>
      {text}
    </Tag>
  )
}

function lookOf({ state }: QueueLine): Look {
  const { state: said } = words
  switch (state.kind) {
    case 'waiting':
      if (state.urgency === 'long') return { tone: 'dark-amber', icon: <WarningIcon size={20} />, text: said.long }
      if (state.urgency === 'new') return { tone: 'accent', icon: <ChairIcon size={20} />, text: said.new }
      return { tone: 'amber', icon: <ClockIcon size={20} />, text: said.waiting }
    case 'away':
      return { tone: 'neutral', icon: <AwayIcon size={20} />, text: said.away }
    case 'with':
      return {
        tone: 'good',
        icon: <PersonIcon size={20} />,
        text: state.mine ? said.withYou : said.with,
      }
    case 'on-hold':
      return {
        tone: 'accent',
        icon: <HoldIcon size={20} />,
        text: said.hold,
      }
    case 'gone':
      return { tone: 'neutral', icon: <CrossIcon size={20} />, text: said.gone }
  }
}
