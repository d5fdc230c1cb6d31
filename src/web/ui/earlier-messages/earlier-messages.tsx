// Asks for the messages before those that are shown. It stays where it is: what comes stands below it.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { words } from '#text/messages'
import './earlier-messages.scss'

export function EarlierMessages({ onPress }: { onPress: () => Promise<void> }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const button = useRef<HTMLButtonElement>(null)
  // With the first message there it goes. Whoever pressed it goes on with what came, not at the top of the page.
  useLayoutEffect(() => {
    const here = button.current
    return () => {
      const list = here?.closest('p')?.nextElementSibling
      if (document.activeElement !== here || !(list instanceof HTMLElement)) return
      if (!list.hasAttribute('tabindex')) list.tabIndex = -1
      list.focus({ preventScroll: true })
    }
  }, [])
  const ask = () => {
    setState('busy')
    onPress().then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }
  return (
    <p class="earlier-messages">
      <button ref={button} type="button" onClick={state === 'busy' ? undefined : ask} aria-disabled={state === 'busy'}>
        {state === 'busy' ? words.loading : words.showEarlier}
      </button>
      <span role="status">{state === 'failed' && words.notLoaded}</span>
    </p>
  )
}
