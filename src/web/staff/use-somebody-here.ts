// Tells the alerts that somebody is at this page: every movement, press and key counts, while the page can be seen.
import { useEffect } from 'preact/hooks'
import type { Route } from './router.ts'
import type { SignedIn } from './signed-in.ts'

const ACTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

export function useSomebodyHere({ alert, console }: SignedIn, route: Route): void {
  useEffect(() => {
    const noticed = () => {
      if (document.hidden) return
      alert.noticed()
      const area = console.desk.get()?.area
      if (route.page === 'console' && area) alert.seen(area.queue.areaId)
    }
    for (const act of ACTS) addEventListener(act, noticed, { passive: true, capture: true })
    return () => {
      for (const act of ACTS) removeEventListener(act, noticed, { capture: true })
    }
  }, [alert, console, route])
}
