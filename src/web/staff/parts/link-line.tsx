// The permanent link of a waiting area, to read, copy and try.
import { words } from '../../text/console.ts'
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
    </div>
  )
}
