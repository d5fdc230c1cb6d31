// The sign to press where camera or microphone are blocked, as the browser in front of the person shows it. A drawing: the
// steps beside it say the same in words.
import type { ComponentChildren } from 'preact'
import { words } from '#text/equipment-blocked'
import type { BrowserKind } from '../../checks/browser-kind.ts'
import './blocked-drawing.scss'

/** Where the sign is, and what it looks like. */
type Look = 'tune' | 'lock' | 'crossed-camera' | 'page-settings' | 'menu' | 'settings-app'

export function blockedLook({ device, browser }: BrowserKind): Look {
  if (device === 'iphone' || device === 'ipad') return browser === 'safari' ? 'page-settings' : 'settings-app'
  if (browser === 'firefox') return device === 'android' ? 'lock' : 'crossed-camera'
  if (browser === 'safari') return 'menu'
  return browser === 'edge' || browser === 'samsung' ? 'lock' : 'tune'
}

/** Two lines, each with a knob: Chrome's sign for what a page may do. */
const tune = (
  <path d="M-9 -4h8M5 -4h4M-9 4h4M1 4h8M2 -4m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M-2 4m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0" />
)
const lock = <path d="M-6 -1h12v9h-12zM-3.5 -1v-3.5a3.5 3.5 0 0 1 7 0V-1" />
const crossedCamera = <path d="M-9 -5h11v10h-11zM2 -1l6 -3v8l-6 -3M-10 -8L9 9" />
/** A page with lines and a row below it, as Safari on an iPhone has it. */
const pageSettings = <path d="M-8 -7h16v10h-16zM-8 7h16M-4 -3.5h8M-4 0h5" />

/** Letters of an address that the drawn bar holds. */
const LONGEST_SITE = 26

const SIGNS = { tune, lock, 'crossed-camera': crossedCamera, 'page-settings': pageSettings }

export function BlockedDrawing({ kind, site }: { kind: BrowserKind; site: string }) {
  const look = blockedLook(kind)
  const atBottom = kind.device === 'iphone' && look === 'page-settings'
  return (
    <figure class="blocked">
      <svg viewBox="0 0 320 110" aria-hidden="true" focusable="false">
        {look === 'menu' ? (
          <MenuBar />
        ) : look === 'settings-app' ? (
          <SettingsRow />
        ) : (
          <AddressBar site={site} atBottom={atBottom}>
            {SIGNS[look]}
          </AddressBar>
        )}
      </svg>
      <figcaption>{words.caption[look]}</figcaption>
    </figure>
  )
}

interface AddressBarProps {
  site: string
  /** Below the page, as on an iPhone. */
  atBottom: boolean
  children: ComponentChildren
}

function AddressBar({ site, atBottom, children }: AddressBarProps) {
  const y = atBottom ? 76 : 34
  return (
    <>
      <rect class="blocked-frame" x="4" y="4" width="312" height="102" rx="12" />
      <rect class="blocked-bar" x="20" y={y - 18} width="280" height="36" rx="18" />
      <g transform={`translate(46 ${y})`}>{children}</g>
      <Label x="78" y={y + 5} text={site.length > LONGEST_SITE ? `${site.slice(0, LONGEST_SITE - 1)}…` : site} />
      <circle class="blocked-ring" cx="46" cy={y} r="20" />
      <path class="blocked-arrow" d={atBottom ? 'M46 22v26M36 40l10 10l10 -10' : 'M46 96v-32M36 72l10 -10l10 10'} />
    </>
  )
}

function MenuBar() {
  return (
    <>
      <rect class="blocked-frame" x="4" y="4" width="312" height="102" rx="12" />
      <rect class="blocked-bar" x="4" y="4" width="312" height="34" rx="12" />
      <Label x="54" y="27" strong text={words.safariMenu[0]} />
      <Label x="126" y="27" text={words.safariMenu[1]} />
      <Label x="172" y="27" text={words.safariMenu[2]} />
      <rect class="blocked-ring" x="44" y="8" width="70" height="27" rx="8" />
      <path class="blocked-arrow" d="M79 92v-46M69 56l10 -10l10 10" />
    </>
  )
}

function SettingsRow() {
  return (
    <>
      <rect class="blocked-frame" x="4" y="4" width="312" height="102" rx="12" />
      <Label x="24" y="36" strong text={words.settingsApp} />
      <rect class="blocked-bar" x="20" y="52" width="280" height="40" rx="10" />
      <Label x="36" y="77" text={words.cameraRow} />
      <rect class="blocked-ring" x="236" y="58" width="52" height="28" rx="14" />
      <circle class="blocked-knob" cx="250" cy="72" r="10" />
    </>
  )
}

interface LabelProps {
  x: string
  y: string | number
  strong?: boolean
  text: string
}

/** Written into the element itself: as a child of a drawing Preact keeps a text as an attribute, and nothing is seen. */
function Label({ x, y, strong, text }: LabelProps) {
  const write = (element: SVGTextElement | null) => {
    if (element) element.textContent = text
  }
  return <text ref={write} x={x} y={y} class={strong ? 'blocked-strong' : undefined} />
}
