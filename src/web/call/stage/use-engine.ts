// The state of the engine of the moment, or null without one; draws again when either changes.
import { useLayoutEffect, useState } from 'preact/hooks'
import type { CallEngine, EngineState } from '../../media/engine.ts'

export function useEngine(engine: CallEngine | null): EngineState | null {
  const [, draw] = useState<EngineState | null>(null)
  // Before the paint: between a new engine and its picture there is no frame to lose.
  useLayoutEffect(() => {
    if (!engine) return
    draw(engine.state.get())
    return engine.state.subscribe(draw)
  }, [engine])
  return engine?.state.get() ?? null
}
