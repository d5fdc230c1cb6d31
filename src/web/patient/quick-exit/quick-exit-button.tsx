// In the same place on every page of a patient, without scrolling.
import { words } from '#text/quick-exit'
import { CrossIcon } from '../../ui/icon/signs.tsx'
import { exitQuickly } from './quick-exit.ts'
import './quick-exit-button.scss'

export function QuickExit({ look = 'page' }: { look?: 'page' | 'call' }) {
  const inCall = look === 'call'
  return (
    <button
      type="button"
      class={inCall ? 'call-plain-button quick-exit' : 'quick-exit quick-exit-page'}
      aria-label={words.hideLong}
      onClick={() => exitQuickly()}
    >
      <CrossIcon size={20} />
      <span>{words.hide}</span>
    </button>
  )
}
