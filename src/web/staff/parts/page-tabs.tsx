// Pages that belong together, side by side above what they show: each is a page with an address of its own.
import './page-tabs.scss'

export interface PageTabsProps {
  label: string
  tabs: readonly { readonly path: string; readonly name: string; readonly current: boolean }[]
}

export function PageTabs({ label, tabs }: PageTabsProps) {
  return (
    <nav class="page-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ path, name, current }) => (
          <li key={path}>
            <a href={path} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
