// Items that an organisation adds to the checklist of a plan: words, when they come, and whether there is a line to write.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { LONGEST_OWN_ITEM, MOST_OWN_ITEMS, type OwnChecklistItem, PHASES } from '#domain/checklist'
import { words as checklist } from '#text/checklist'
import { words as texts } from '#text/plans-staff'
import { newShortId } from '../../../kit/ids.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { SelectField } from '../../../ui/select-field/select-field.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import './own-checklist-field.scss'

const words = texts.page.checklist

export interface OwnChecklistFieldProps {
  items: readonly OwnChecklistItem[]
  onChange: (items: readonly OwnChecklistItem[]) => void
}

export function OwnChecklistField({ items, onChange }: OwnChecklistFieldProps) {
  const field = useRef<HTMLFieldSetElement>(null)
  // The keyboard goes on in the item that was added, before the next letter is typed, and does not fall out of the page
  // with one that went.
  const goTo = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (goTo.current === null) return
    field.current?.querySelector<HTMLElement>(goTo.current)?.focus()
    goTo.current = null
  }, [items.length])
  const change = (id: string, part: Partial<OwnChecklistItem>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item)))
  const add = () => {
    const id = `own.${newShortId()}`
    goTo.current = `[id="plan-${id}"]`
    onChange([...items, { id, phase: 'examination', text: '', records: false }])
  }
  const remove = (id: string) => {
    goTo.current = '.own-checklist-add button'
    onChange(items.filter((item) => item.id !== id))
  }
  return (
    <fieldset ref={field} class="field own-checklist">
      <legend class="field-label">{words.title}</legend>
      <p class="field-hint">{words.hint}</p>
      {items.length === 0 && <p class="soft small">{words.none}</p>}
      <ol>
        {items.map((item, index) => (
          <li key={item.id} class="own-checklist-item">
            <TextField
              id={`plan-${item.id}`}
              label={words.item(index + 1)}
              hint={index === 0 ? words.example : undefined}
              value={item.text}
              maxLength={LONGEST_OWN_ITEM}
              error={null}
              onInput={(text) => change(item.id, { text })}
            />
            <div class="own-checklist-more">
              <SelectField
                id={`plan-${item.id}-phase`}
                label={words.phase}
                value={item.phase}
                options={PHASES.map((phase) => ({ value: phase, label: checklist.phases[phase] }))}
                onChange={(phase) => change(item.id, { phase })}
              />
              <Checkbox
                id={`plan-${item.id}-records`}
                checked={item.records}
                onChange={(records) => change(item.id, { records })}
              >
                {words.records}
              </Checkbox>
              <Button kind="quiet" size="small" label={words.removeLong(item.text)} onPress={() => remove(item.id)}>
                {words.remove}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p class="own-checklist-add">
        {items.length < MOST_OWN_ITEMS ? (
          <Button kind="secondary" size="small" onPress={add}>
            {words.add}
          </Button>
        ) : (
          <span class="soft small">{words.most(MOST_OWN_ITEMS)}</span>
        )}
      </p>
    </fieldset>
  )
}
