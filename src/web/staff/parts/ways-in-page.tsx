// The pages that bring patients to an area, each with its model, made anew when another area is meant.
import { useMemo } from 'preact/hooks'
import { words } from '#text/button'
import type { ApiCall } from '../../kit/api-call.ts'
import { Poster } from '../ways-in/poster.tsx'
import { WaysIn } from '../ways-in/ways-in.tsx'
import { createWaysIn } from '../ways-in/ways-in-model.ts'

export function WaysInPage({ apiCall, slug, poster }: { apiCall: ApiCall; slug: string; poster: boolean }) {
  const model = useMemo(
    () =>
      createWaysIn(slug, {
        apiCall,
        origin: location.origin,
        drawSquare: async (text) => (await import('../ways-in/square.ts')).drawSquare(text),
        usualText: words.start,
      }),
    [apiCall, slug],
  )
  return poster ? <Poster model={model} /> : <WaysIn model={model} />
}
