// A line on every page of an administrator while something on the server needs attention; opened, it says what to do.
import type { Warning } from '#contract/warnings'
import { words } from '#text/warnings'
import { useStore } from '../../kit/store.ts'
import { ChevronDownIcon, WarningIcon } from '../../ui/icon/signs.tsx'
import type { WarningsModel } from './warnings-model.ts'
import './warnings-bar.scss'

export function WarningsBar({ model }: { model: WarningsModel }) {
  return <Warnings warnings={useStore(model.warnings)} />
}

export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const said = warnings.map(words.say)
  const [first] = said
  return (
    <section class="warnings-bar" aria-label={words.label} role="status">
      {first && (
        <details>
          <summary>
            <WarningIcon size={20} />
            <span>{words.summary(first.title, said.length - 1)}</span>
            <span class="warnings-open">
              {words.open}
              <ChevronDownIcon size={20} />
            </span>
          </summary>
          <ul>
            {said.map(({ title, harm, act }) => (
              <li key={title} class="stack-s">
                <h2>{title}</h2>
                <p>{harm}</p>
                <p>{act}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
