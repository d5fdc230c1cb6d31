// The way about for somebody who is signed in: a rail at the left of a wide window, a bar at the bottom of a phone. The same
// links, the same order; what does not fit into a phone's bar stands behind "More".
import { useState } from 'preact/hooks'
import { words } from '#text/staff'
import { MoreIcon } from '../../ui/icon/signs.tsx'
import type { Route } from '../router.ts'
import './navigation.scss'
import { barOf, type NavigationPage, pagesOf, type Reader } from './pages.ts'

export interface NavigationProps {
  reader: Reader
  route: Route
}

export function Navigation({ reader, route }: NavigationProps) {
  const { bar, more } = barOf(pagesOf(reader))
  const [open, setOpen] = useState(false)
  const isHere = ({ routes }: NavigationPage) => routes.includes(route.page)
  const link = (page: NavigationPage, rest = false) => (
    <li key={page.name} class={rest ? 'navigation-rest' : ''}>
      <a href={page.path} aria-current={isHere(page) ? 'page' : undefined} onClick={() => setOpen(false)}>
        <page.icon />
        <span>{words.pages[page.name]}</span>
        {page.name === 'notes' && reader.toSign > 0 && (
          <span class="navigation-count">
            <span aria-hidden="true">{reader.toSign}</span>
            <span class="visually-hidden">{words.notesToSign(reader.toSign)}</span>
          </span>
        )}
      </a>
    </li>
  )
  return (
    <nav class={open ? 'navigation navigation-open no-print' : 'navigation no-print'} aria-label={words.nav}>
      <ul>
        {bar.map((page) => link(page))}
        {more.length > 0 && (
          <li class="navigation-more">
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              <MoreIcon />
              <span>{words.more}</span>
            </button>
          </li>
        )}
        {more.map((page) => link(page, true))}
      </ul>
    </nav>
  )
}
