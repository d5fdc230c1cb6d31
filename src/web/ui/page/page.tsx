// The frame of every page outside a call: who runs it at the top, one main part, a quiet foot.
import type { ComponentChildren } from 'preact'
import { words } from '#text/ui'
import { SampleBanner } from '../banner/sample-banner.tsx'
import { Mark } from './mark.tsx'
import './page.scss'
import { SkipLink } from './skip-link.tsx'

export interface PageProps {
  /** The organisation's name; the product's where there is none yet. */
  organisation?: string | null
  /** What stands under the name: the service, the waiting area. */
  part?: string
  sample?: boolean
  /** Where the organisation's own picture is; the product's mark stands where there is none. */
  logo?: string | null
  /** `reading`: one column, for people. `wide`: the whole window, for work. */
  width?: 'reading' | 'wide'
  /** At the right of the header: who is signed in, links. */
  aside?: ComponentChildren
  footer?: ComponentChildren
  /** Stays at the bottom edge of the window, on every screen in the same place. */
  bottom?: ComponentChildren
  children: ComponentChildren
}

export function Page(props: PageProps) {
  return (
    <div class={`page page-${props.width ?? 'reading'}`}>
      <SkipLink />
      {props.sample && <SampleBanner />}
      <header class="page-header">
        <div class="page-inside page-header-inside">
          {props.logo ? <img class="page-logo" src={props.logo} alt="" /> : <Mark />}
          <p class="page-name">
            <strong>{props.organisation || words.product}</strong>
            {props.part && <span>{props.part}</span>}
          </p>
          {props.aside && <div class="page-aside">{props.aside}</div>}
        </div>
      </header>
      <main id="main" class="page-main" tabIndex={-1}>
        <div class="page-inside">{props.children}</div>
      </main>
      <footer class="page-footer">
        <div class="page-inside">
          {props.footer}
          <p>{words.footer}</p>
        </div>
      </footer>
      {props.bottom && (
        <div class="page-bottom no-print">
          <div class="page-bottom-bar">
            <div class="page-inside">{props.bottom}</div>
          </div>
        </div>
      )}
    </div>
  )
}
