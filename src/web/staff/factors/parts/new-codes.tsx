// New recovery codes: shown once, to be printed, saved or copied before anything else.
import { useEffect } from 'preact/hooks'
import { words as texts } from '#text/factors'
import { Button } from '../../../ui/button/button.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { saveText } from '../../save-text.ts'

const words = texts.codes

export interface NewCodesProps {
  codes: readonly string[]
  /** Whose they are, as the sheet says. */
  email: string
  onKept: () => void
}

export function NewCodes({ codes, email, onKept }: NewCodesProps) {
  const sheet = words.sheet(email, codes)
  useEffect(() => {
    // Whoever leaves now has none.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return (
    <section class="factor factor-codes stack">
      <div class="stack-s no-print">
        <h1>{words.nowTitle}</h1>
        <p>{words.nowLead}</p>
      </div>
      <div class="factor-sheet">
        <p class="factor-print">
          <strong>{words.sheetTitle(email)}</strong>
        </p>
        <p class="factor-print">{words.sheetText}</p>
        <ol aria-label={words.list}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div class="factor-acts no-print">
        <Button kind="secondary" size="small" onPress={() => window.print()}>
          {words.print}
        </Button>
        <Button kind="secondary" size="small" onPress={() => saveText(words.fileName, sheet)}>
          {words.download}
        </Button>
        <CopyButton text={sheet}>{words.copy}</CopyButton>
      </div>
      <div class="no-print">
        <Button onPress={onKept}>{words.kept}</Button>
      </div>
    </section>
  )
}
