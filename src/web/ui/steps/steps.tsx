// Where one is in a short journey: "Step 2 of 3", in words and as a line.
import { words } from '#text/ui'
import './steps.scss'

/** `current` counts from 1. */
export function Steps({ current, total }: { current: number; total: number }) {
  return (
    <div class="steps">
      <p class="steps-words">{words.stepOf(current, total)}</p>
      <div class="steps-line" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} class={index < current ? 'steps-part steps-done' : 'steps-part'} />
        ))}
      </div>
    </div>
  )
}
