// The pages that bring patients to an area, each with its model, made anew when another area is meant.
import { useMemo } from 'preact/hooks'
import { Poster } from '../../screens/ways-in/poster.tsx'
import { WaysIn } from '../../screens/ways-in/ways-in.tsx'
import { createWaysIn } from '../../screens/ways-in/ways-in-model.ts'
import { words } from '../../text/button.ts'
import type { Ask } from '../ask.ts'

export function WaysInPage({ ask, slug, poster }: { ask: Ask; slug: string; poster: boolean }) {
  const model = useMemo(
    () =>
      createWaysIn(slug, {
        ask,
        origin: location.origin,
        drawSquare: async (text) => (await import('../../screens/ways-in/square.ts')).drawSquare(text),
        usualText: words.start,
      }),
    [ask, slug],
  )
  return poster ? <Poster model={model} /> : <WaysIn model={model} />
}
