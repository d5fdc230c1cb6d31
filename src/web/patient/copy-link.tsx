// An address to go on at elsewhere, copied by one press. Nothing where the browser lets no page copy.
import { useState } from 'preact/hooks'
import { words as otherBrowser } from '#text/other-browser'
import { Button, type ButtonProps } from '../ui/button/button.tsx'
import { LinkIcon } from '../ui/icon/signs.tsx'
import './copy-link.scss'

export interface CopyLinkProps {
  address: string
  words?: { readonly copy: string; readonly copied: string }
  look?: Pick<ButtonProps, 'kind' | 'size'>
}

export function CopyLink({
  address,
  words = otherBrowser,
  look = { kind: 'secondary', size: 'small' },
}: CopyLinkProps) {
  const [copied, setCopied] = useState(false)
  if (!navigator.clipboard) return null
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true))
  return (
    <p class="copy-link">
      <Button {...look} icon={<LinkIcon size={20} />} onPress={copy}>
        {words.copy}
      </Button>
      <span role="status">{copied && words.copied}</span>
    </p>
  )
}
