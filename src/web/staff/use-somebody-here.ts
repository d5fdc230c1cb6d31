// Whether somebody is at this page: every movement, press and key counts, while the page can be seen. The alerts and the
// lock are told.
import { useEffect } from 'preact/hooks'
import type { Activity } from './activity.ts'
import type { Route } from './router.ts'
import type { SignedIn } from './signed-in.ts'

const ACTS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const

export function useSomebodyHere({ alert, console }: SignedIn, route: Route, locked: boolean): void {
  useEffect(() => {
    if (locked) return
    return onActs(() => {
      alert.noticed()
      const desk = console.desk.get()
      // Who is left out of the list by a filter has not been seen by anybody.
      if (route.page === 'console' && desk && !desk.filtering)
        for (const { queue } of desk.shown) alert.seen(queue.areaId)
    })
  }, [alert, console, route, locked])
}

export function useActivity(activity: Activity): void {
  useEffect(() => onActs(activity.noticed), [activity])
}

function onActs(run: () => void): () => void {
  const noticed = () => {
    if (!document.hidden) run()
  }
  for (const act of ACTS) addEventListener(act, noticed, { passive: true, capture: true })
  return () => {
    for (const act of ACTS) removeEventListener(act, noticed, { capture: true })
  }
}
