// What is known of somebody who has not come yet: whether their link was sent and opened, and how far they are with getting
// ready. Which step is left is said where one points.
import type { Preparation } from '#contract/appointment'
import type { LinkState } from '#domain/appointment'
import { PREPARATION_STEPS, preparedOf } from '#domain/preparation'
import { words } from '#text/appointments'
import { Tag } from '../../../ui/tag/tag.tsx'

export function PreparedTag({ link, preparation }: { link: LinkState; preparation: Preparation | null }) {
  const prepared = preparation ? preparedOf(preparation.steps) : 'no'
  if (!preparation || prepared === 'no')
    return <Tag tone={link === 'opened' ? 'good' : 'neutral'}>{words.links[link]}</Tag>
  const left = PREPARATION_STEPS.filter((step) => !preparation.steps[step]).map((step) => words.preparationSteps[step])
  return (
    <span title={left.length > 0 ? words.preparationLeft(left.join(', ')) : undefined}>
      <Tag tone={prepared === 'yes' ? 'good' : 'accent'}>
        {prepared === 'yes' ? words.prepared : words.partlyPrepared(PREPARATION_STEPS.length - left.length)}
      </Tag>
    </span>
  )
}
