// The first thing that the keyboard reaches: moves it to the page's main part, and changes nothing else. Followed as a
// link it would be a step in the browser's history, which pages take for Back.
import { words } from '#text/ui'

function skip(event: MouseEvent): void {
  event.preventDefault()
  const main = document.getElementById('main')
  main?.focus()
  main?.scrollIntoView()
}

export function SkipLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: a link for whoever uses it, as everywhere; followed, it would be a step of the history.
    <a class="page-skip" href="#main" onClick={skip}>
      {words.skipToMain}
    </a>
  )
}
