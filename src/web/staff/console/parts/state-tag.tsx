// The state of one visit: a word, an icon, a colour.
import type { ComponentChildren } from 'preact'
import { words } from '#text/console'
import { HoldIcon } from '../../../ui/icon/equipment.tsx'
import { ClockIcon, CrossIcon, WarningIcon } from '../../../ui/icon/signs.tsx'
import { ChairIcon, PersonIcon } from '../../../ui/icon/work.tsx'
import { Tag } from '../../../ui/tag/tag.tsx'
import { type QueueLine, toneOf } from '../queue-line.ts'
import { AwayIcon } from './away-icon.tsx'

interface Look {
  icon: ComponentChildren
  text: string
}

export function StateTag({ line }: { line: QueueLine }) {
  const { icon, text } = lookOf(line)
  return (
    <Tag tone={toneOf(line.state)} icon={icon}>
      {text}
    </Tag>
  )
}

function lookOf({ state, visit }: QueueLine): Look {
  const { state: said } = words
  switch (state.kind) {
    case 'waiting':
      if (state.urgency === 'long') return { icon: <WarningIcon size={20} />, text: said.long }
      if (state.urgency === 'new') return { icon: <ChairIcon size={20} />, text: said.new }
      return { icon: <ClockIcon size={20} />, text: said.waiting }
    case 'away':
      return { icon: <AwayIcon size={20} />, text: visit.recall ? said.closed : said.away }
    case 'with':
      return { icon: <PersonIcon size={20} />, text: state.mine ? said.withYou : said.with }
    case 'on-hold':
      return { icon: <HoldIcon size={20} />, text: said.hold }
    case 'gone':
      return { icon: <CrossIcon size={20} />, text: said.gone }
  }
}
