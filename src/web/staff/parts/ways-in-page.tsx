// The pages that bring patients to an area, each with its model, made anew when another area is meant.
import { useMemo } from 'preact/hooks'
import { words } from '#text/button'
import type { Ask } from '../../kit/ask.ts'
import { Poster } from '../ways-in/poster.tsx'
import { WaysIn } from '../ways-in/ways-in.tsx'
import { createWaysIn } from '../ways-in/ways-in-model.ts'

export function WaysInPage({ ask, slug, poster }: { ask: Ask; slug: string; poster: boolean }) {
  const model = useMemo(
    () =>
      createWaysIn(slug, {
        ask,
        origin: location.origin,
        drawSquare: async (text) => (await import('../ways-in/square.ts')).drawSquare(text),
        usualText: words.start,
      }),
    [ask, slug],
  )
  return poster ? <Poster model={model} /> : <WaysIn model={model} />
}
