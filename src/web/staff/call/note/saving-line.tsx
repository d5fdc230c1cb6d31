// Where the typed text is: with the server, on its way, or only here. Said aloud only when it needs somebody.
import { words } from '#text/practitioner-call'
import { TickIcon, WarningIcon } from '../../../ui/icon/signs.tsx'
import type { Saving } from './note-state.ts'
import './saving-line.scss'

export function SavingLine({ saving, empty }: { saving: Saving; empty: boolean }) {
  if (saving.kind === 'not-saved')
    return (
      <p class="saving-line saving-line-not" role="status">
        <WarningIcon size={20} />
        <span>{words.note.notSaved[saving.reason]}</span>
      </p>
    )
  if (saving.kind === 'saving') return <p class="saving-line">{words.note.saving}</p>
  if (empty || saving.at === null) return <p class="saving-line">{words.note.savedNothing}</p>
  return (
    <p class="saving-line saving-line-saved">
      <TickIcon size={20} />
      <span>{words.note.saved(words.time(saving.at))}</span>
    </p>
  )
}
