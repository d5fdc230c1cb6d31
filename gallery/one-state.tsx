// One state alone in the window, as its page would draw it. `text`: the size of letters in percent.
import type { State } from './states.ts'

export function OneState({ state }: { state: State }) {
  const drawn = state.draw()
  const placed = state.whole ? drawn : <main class="gallery-piece">{drawn}</main>
  return state.group.startsWith('staff/') ? <div class="staff">{placed}</div> : placed
}

export function lookAs({ text, dir }: { text: string; dir: string }): void {
  document.documentElement.dir = dir
  document.documentElement.style.fontSize = text === '100' ? '' : `${text}%`
}
