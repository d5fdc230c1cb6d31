// The permanent link of a waiting area, to read and copy, and the way to its other ways in.
import { words } from '../../text/console.ts'
import { words as waysIn } from '../../text/ways-in.ts'
import { CopyButton } from './copy-button.tsx'

export function linkOf(slug: string): string {
  return `${location.origin}/at/${slug}`
}

export function LinkLine({ slug, primary = false }: { slug: string; primary?: boolean }) {
  const link = linkOf(slug)
  return (
    <div class="link-line">
      <code>{link}</code>
      <CopyButton text={link} label={words.area.copyLong} kind={primary ? 'primary' : 'secondary'}>
        {words.area.copy}
      </CopyButton>
      <a class="link-line-more" href={`/staff/areas/${slug}`}>
        {waysIn.more}
      </a>
    </div>
  )
}
