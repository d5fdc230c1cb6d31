// Copies a text and says so; where the browser refuses, it says what to do instead.
import { useEffect, useState } from 'preact/hooks'
import { words } from '#text/staff'
import { Button } from '../../ui/button/button.tsx'
import { TickIcon } from '../../ui/icon/signs.tsx'
import { CopyIcon } from '../../ui/icon/work.tsx'
import { copyText } from '../copy-text.ts'

export interface CopyButtonProps {
  text: string
  children: string
  /** For those who cannot see what stands beside the button. */
  label?: string
  kind?: 'primary' | 'secondary' | 'quiet'
}

const SAID_FOR_MS = 4000

export function CopyButton({ text, children, label, kind = 'secondary' }: CopyButtonProps) {
  const [result, setResult] = useState<'none' | 'copied' | 'failed'>('none')
  useEffect(() => {
    if (result === 'none') return
    const timer = setTimeout(() => setResult('none'), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [result])
  const copy = () => {
    void copyText(text).then((copied) => setResult(copied ? 'copied' : 'failed'))
  }
  return (
    <span class="copy-button">
      <Button
        kind={kind}
        size="small"
        label={label}
        icon={result === 'copied' ? <TickIcon size={20} /> : <CopyIcon size={20} />}
        onPress={copy}
      >
        {result === 'copied' ? words.copied : children}
      </Button>
      <span role="status" class={result === 'failed' ? 'small' : 'visually-hidden'}>
        {result === 'copied' && words.copied}
        {result === 'failed' && words.copyFailed}
      </span>
    </span>
  )
}
