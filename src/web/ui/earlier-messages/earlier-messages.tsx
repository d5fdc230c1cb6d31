// Asks for the messages before those that are shown. It stays where it is: what comes stands below it.
import { useState } from 'preact/hooks'
import { words } from '#text/messages'
import './earlier-messages.scss'

export function EarlierMessages({ onPress }: { onPress: () => Promise<void> }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const ask = () => {
    setState('busy')
    onPress().then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }
  return (
    <p class="earlier-messages">
      <button type="button" onClick={state === 'busy' ? undefined : ask} aria-disabled={state === 'busy'}>
        {state === 'busy' ? words.loading : words.showEarlier}
      </button>
      <span role="status">{state === 'failed' && words.notLoaded}</span>
    </p>
  )
}
