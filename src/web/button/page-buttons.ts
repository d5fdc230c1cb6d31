// Every button of one Bedside on a page of somebody else's website: finds the links, asks whether their doors are open and
// says so under each. Without an answer a link stays as it was. Sets no cookie, keeps nothing and asks nobody else.
import type { OpennessView } from '#contract/openness'

/** Seconds between two looks at a door, unless it opens before. */
export const LOOK_EVERY_SECONDS = 300

export interface ButtonWorld {
  /** Links on the page that could be buttons of ours. */
  links(): readonly HTMLAnchorElement[]
  /** Null when there is no answer. */
  ask(slug: string): Promise<OpennessView | null>
  say(view: OpennessView): string
  later(run: () => void, ms: number): void
}

/** The waiting area that `href` leads to, when it is one of `origin`. */
export function slugIn(href: string, origin: string): string | null {
  const { origin: of, pathname } = new URL(href, origin)
  const slug = /^\/at\/([^/]+)\/?$/.exec(pathname)?.[1]
  return of === origin && slug ? slug : null
}

/** Begins to look after all buttons that stand on the page now. */
export function tendButtons(origin: string, world: ButtonWorld): void {
  const bySlug = new Map<string, HTMLElement[]>()
  for (const link of world.links()) {
    const slug = slugIn(link.href, origin)
    // Twice the same script is one script.
    if (slug === null || link.dataset.bedside === 'on') continue
    link.dataset.bedside = 'on'
    const lines = bySlug.get(slug) ?? []
    lines.push(lineUnder(link))
    bySlug.set(slug, lines)
  }
  for (const [slug, lines] of bySlug) void tend(slug, lines, world)
}

async function tend(slug: string, lines: readonly HTMLElement[], world: ButtonWorld): Promise<void> {
  const view = await world.ask(slug)
  if (view) {
    const said = world.say(view)
    for (const line of lines) {
      line.style.display = 'block'
      if (line.textContent !== said) line.textContent = said
    }
  }
  world.later(() => void tend(slug, lines, world), untilNextLook(view))
}

/** Milliseconds; a door that opens sooner is looked at a moment after. */
export function untilNextLook(view: OpennessView | null): number {
  const usual = LOOK_EVERY_SECONDS * 1000
  const opens = view?.openness.state === 'closed' ? view.openness.doorsOpenAt : null
  if (!view || opens === null) return usual
  return Math.min(Math.max(opens - view.now + 1000, 30_000), usual)
}

let made = 0

/** Read out with its link, and in the website's own letters and colours. */
function lineUnder(link: HTMLAnchorElement): HTMLElement {
  const line = document.createElement('span')
  line.id = `bedside-status-${++made}`
  line.className = 'bedside-status'
  // Set one by one: a policy of the page's own may forbid style attributes.
  Object.assign(line.style, { display: 'none', marginTop: '0.35em', fontSize: '0.9em' })
  link.setAttribute('aria-describedby', [link.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' '))
  link.insertAdjacentElement('afterend', line)
  return line
}
