// The permanent link of a waiting area, to read and copy, and the way to its other ways in.
import { words } from '#text/console'
import { words as waysIn } from '#text/ways-in'
import { CopyButton } from './copy-button.tsx'

export function linkOf(slug: string): string {
  return `${location.origin}/at/${slug}`
}

export interface LinkLineProps {
  slug: string
  primary?: boolean
  /** Left out where something beside it leads to the other ways in already. */
  others?: boolean
}

export function LinkLine({ slug, primary = false, others = true }: LinkLineProps) {
  const link = linkOf(slug)
  return (
    <div class="link-line">
      <code>{link}</code>
      <CopyButton text={link} label={words.area.copyLong} kind={primary ? 'primary' : 'secondary'}>
        {words.area.copy}
      </CopyButton>
      {others && (
        <a class="link-line-more" href={`/staff/areas/${slug}`}>
          {waysIn.more}
        </a>
      )}
    </div>
  )
}
