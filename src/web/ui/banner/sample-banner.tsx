// Marks the made-up clinic on every page, so that nobody takes it for a real one.
import { words } from '#text/ui'
import './sample-banner.scss'

export function SampleBanner() {
  return (
    <aside class="sample-banner" aria-label={words.sampleName}>
      <p>
        <strong>{words.sampleName}</strong> {words.sampleText}
      </p>
    </aside>
  )
}
