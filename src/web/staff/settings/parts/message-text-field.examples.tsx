// The text of an occasion while it is edited.
import { useState } from 'preact/hooks'
import { type MessageText, textFaults } from '#domain/template'
import { SHIPPED_TEXTS } from '#domain/template-texts'
import { words } from '#text/settings-handed'
import type { Example } from '../../../ui/example.ts'
import { MessageTextField } from './message-text-field.tsx'

function Typed({ begins, checked }: { begins: MessageText; checked: boolean }) {
  const [text, setText] = useState(begins)
  const { title, hint } = words.settings.textInvitation
  return (
    <MessageTextField
      id="field-textInvitation"
      label={title}
      hint={hint}
      kind="invitation"
      text={text}
      faults={checked ? textFaults('invitation', text) : []}
      onChange={setText}
    />
  )
}

const example = (name: string, change: Partial<MessageText> = {}, checked = false): Example => ({
  name,
  draw: () => <Typed begins={{ ...SHIPPED_TEXTS.invitation, ...change }} checked={checked} />,
})

export const examples: readonly Example[] = [
  example('as it is shipped'),
  example('with what must be mended', { sms: 'Come on {{date}} at {{tine}}.', subject: '' }, true),
  example('long, with words that others should not read', {
    sms: 'Hello {{name}}, we look forward to your diabetes review on {{date}} at {{time}} — please have your insulin ready.\n{{link}}',
  }),
]
