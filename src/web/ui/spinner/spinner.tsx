// Something is being done, in words. A turning ring alone is never shown.
import './spinner.scss'

export interface SpinnerProps {
  words: string
  large?: boolean
  /** Nothing else is on the page: its words are the page's heading. */
  heading?: boolean
}

export function Spinner({ words, large = false, heading = false }: SpinnerProps) {
  const Words = heading ? 'h1' : 'span'
  return (
    <span class={large ? 'spinner spinner-large' : 'spinner'} role="status">
      <svg class="spinner-ring" viewBox="0 0 24 24" aria-hidden="true">
        <circle class="spinner-track" cx="12" cy="12" r="9" />
        <path d="M12 3a9 9 0 0 1 9 9" />
      </svg>
      <Words class="spinner-words">{words}</Words>
    </span>
  )
}
