// One person's equipment, item by item, with the one next step: while a check runs, and after it.
import { words } from '#text/readiness'
import { ArrowRightIcon, TickCircleIcon } from '../../ui/icon/signs.tsx'
import { ITEM_ICONS, VERDICT_ICONS } from './readiness-icons.tsx'
import { ownReadiness, type Side } from './readiness-model.ts'
import './readiness.scss'

export interface OwnReadinessProps {
  side: Side
  /** The check still runs: what is not known yet may come, and nothing is concluded. */
  waiting?: boolean
}

export function OwnReadiness({ side, waiting = false }: OwnReadinessProps) {
  const { lines, next, verdict } = ownReadiness(side)
  return (
    <div class="own-readiness">
      <ul aria-live={waiting ? 'polite' : undefined}>
        {lines.map(({ item, cell }) => {
          const ItemIcon = ITEM_ICONS[item]
          const VerdictIcon = VERDICT_ICONS[cell.verdict]
          return (
            <li key={item}>
              <span class="own-readiness-item">
                <ItemIcon size={20} /> {words.items[item]}
              </span>
              <span class={`readiness-word readiness-${cell.verdict}`}>
                <VerdictIcon size={20} /> <span>{cell.word}</span>
              </span>
              <span class="readiness-figures">
                {cell.figures.map(({ text }) => (
                  <span key={text}>{text}</span>
                ))}
              </span>
            </li>
          )
        })}
      </ul>
      {!waiting && (
        <p class={`readiness-step readiness-step-${verdict}`} role="status">
          {next ? <ArrowRightIcon size={20} /> : <TickCircleIcon size={20} />}
          <span>{next ?? words.ownReady}</span>
        </p>
      )}
    </div>
  )
}
