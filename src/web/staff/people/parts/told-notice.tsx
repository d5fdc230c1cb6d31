// Tells an administrator what was just done to somebody, and what to do next.
import { words as texts } from '#text/people-admin'
import { Button } from '../../../ui/button/button.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import type { Told } from '../people-model.ts'

const words = texts.told

export function ToldNotice({ told, sends }: { told: Told; sends: boolean }) {
  if (!('email' in told)) return <Notice kind="success" title={titleOf(told)} live="polite" />
  return (
    <Notice
      kind="success"
      title={told.kind === 'invited' ? words.invited(told.name) : words.invitedAgain(told.name)}
      live="polite"
      actions={
        !sends && (
          <Button kind="secondary" size="small" href="/staff/outbox">
            {texts.outboxLink}
          </Button>
        )
      }
    >
      <p>{sends ? words.invitedText(told.email) : words.keptText}</p>
    </Notice>
  )
}

function titleOf({ kind, name }: Exclude<Told, { email: string }>): string {
  if (kind === 'factors-reset') return words.factorsReset(name)
  return kind === 'handed-over' ? words.handedOver(name) : words[kind](name)
}
