// The script that websites load from here (/button.js): tells at each link to a waiting area whether its door is open.
// It runs on other people's pages: it touches nothing but those links, and throws nothing.
import type { OpennessView } from '#contract/openness'
import { words } from '#text/button'
import { tendButtons } from './page-buttons.ts'

const script = document.currentScript as HTMLScriptElement | null

async function askDoor(origin: string, slug: string): Promise<OpennessView | null> {
  try {
    const reply = await fetch(`${origin}/api/open/areas/${slug}/openness`, { credentials: 'omit' })
    return reply.ok ? ((await reply.json()) as OpennessView) : null
  } catch {
    return null
  }
}

function begin(origin: string): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  tendButtons(origin, {
    links: () => [...document.querySelectorAll<HTMLAnchorElement>('a[data-bedside]')],
    ask: (slug) => askDoor(origin, slug),
    say: (view) => words.status(view, timeZone),
    later: (run, ms) => void setTimeout(run, ms),
  })
}

if (script?.src) {
  const { origin } = new URL(script.src)
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => begin(origin))
  else begin(origin)
}
