// What stands beside the picture, one tab at a time: at the right of a wide window, a sheet that rises on a phone. Tabs
// that are not shown keep what is typed in them.
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { CrossIcon } from '../../../ui/icon/signs.tsx'
import './side-panel.scss'

export interface PanelTab<T extends string> {
  readonly id: T
  readonly word: string
  readonly badge: string | null
  /** The badge in words. */
  readonly badgeWords: string | null
  readonly content: ComponentChildren
}

export interface SidePanelProps<T extends string> {
  label: string
  closeWord: string
  tabs: readonly PanelTab<T>[]
  /** Null: closed. */
  open: T | null
  /** The tab that opens again after closing. */
  last: T
  onOpen: (tab: T | null) => void
}

export function SidePanel<T extends string>({ label, closeWord, tabs, open, last, onOpen }: SidePanelProps<T>) {
  const buttons = useRef(new Map<T, HTMLButtonElement>())
  const shown = open ?? last
  const step = (by: number) => {
    const next = tabs[(tabs.findIndex((tab) => tab.id === shown) + by + tabs.length) % tabs.length]
    if (!next) return
    onOpen(next.id)
    buttons.current.get(next.id)?.focus()
  }
  return (
    <aside class="side-panel" aria-label={label} hidden={open === null}>
      <div class="side-panel-head">
        <div
          class="side-panel-tabs"
          role="tablist"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key === 'ArrowRight') step(1)
            if (event.key === 'ArrowLeft') step(-1)
          }}
        >
          {tabs.map((tab) => (
            <button
              key={tab.id}
              ref={(element) => {
                if (element) buttons.current.set(tab.id, element)
              }}
              type="button"
              role="tab"
              id={`tab-${tab.id}`}
              class="side-panel-tab"
              aria-selected={tab.id === shown}
              aria-controls={`panel-${tab.id}`}
              tabIndex={tab.id === shown ? 0 : -1}
              onClick={() => onOpen(tab.id)}
            >
              {tab.word}
              {tab.badge && (
                <span class="side-panel-badge" aria-hidden="true">
                  {tab.badge}
                </span>
              )}
              {tab.badgeWords && <span class="visually-hidden"> {tab.badgeWords}</span>}
            </button>
          ))}
        </div>
        <button type="button" class="side-panel-close" onClick={() => onOpen(null)}>
          <CrossIcon size={20} />
          <span class="visually-hidden">{closeWord}</span>
        </button>
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`panel-${tab.id}`}
          class="side-panel-content"
          aria-labelledby={`tab-${tab.id}`}
          hidden={tab.id !== shown}
        >
          {tab.content}
        </div>
      ))}
    </aside>
  )
}
