// The checklist beside the picture: what belongs to this consultation in three parts, each tick with room for what it
// records. It draws; ticking, saving and the note's lines are the model's.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { PHASES } from '#domain/checklist'
import { words as checklist } from '#text/checklist'
import { words } from '#text/practitioner-call'
import { useStore } from '../../../kit/store.ts'
import type { Beside } from '../practitioner-beside.ts'
import type { ChecklistLine } from './practitioner-checklist.ts'
import './checklist-pane.scss'
import { isEnter } from '../../../ui/field/enter.ts'

export function ChecklistPane({ beside }: { beside: Beside }) {
  const lines = useStore(beside.checklist.lines)
  const refused = useStore(beside.checklist.refused)
  return (
    <div class="checklist-pane">
      <p class="soft small">{words.checklist.hint}</p>
      {refused && (
        <p class="checklist-refused" role="alert">
          {words.checklist.refused}
        </p>
      )}
      {PHASES.map((phase) => {
        const own = lines.filter((line) => line.phase === phase)
        if (own.length === 0) return null
        const done = own.filter((line) => line.done).length
        return (
          <fieldset key={phase} class="checklist-phase">
            <legend>
              <span aria-hidden="true">{checklist.phases[phase]}</span>
              <span aria-hidden="true" class="checklist-count">
                {words.checklist.count(done, own.length)}
              </span>
              <span class="visually-hidden">{words.checklist.label(checklist.phases[phase], done, own.length)}</span>
            </legend>
            {own.map((line) => (
              <Item key={line.id} line={line} beside={beside} />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

function Item({ line, beside }: { line: ChecklistLine; beside: Beside }) {
  const { id, done, value } = line
  const item = checklist.items[id] ?? { text: line.text ?? checklist.former, value: checklist.ownValue }
  const box = useRef<HTMLInputElement>(null)
  // Only a tick of this person moves the keyboard: not one that comes with a snapshot.
  const [ticked, setTicked] = useState(false)
  useLayoutEffect(() => {
    if (ticked && done && value === '') box.current?.focus()
  }, [ticked, done])
  // What is being typed stands until it is written: a snapshot that comes meanwhile says what was there before.
  const [typing, setTyping] = useState<string | null>(null)
  const unwritten = useRef<string | null>(null)
  const type = (text: string | null) => {
    unwritten.current = text
    setTyping(text)
  }
  const write = () => {
    if (unwritten.current !== null) beside.write(id, unwritten.current)
    type(null)
  }
  // The pane may go while the field has the keyboard.
  useEffect(() => () => void (unwritten.current !== null && beside.write(id, unwritten.current)), [beside, id])
  const inputId = `tick-${id}`
  return (
    <div class={done ? 'checklist-item checklist-item-done' : 'checklist-item'}>
      <input
        id={inputId}
        type="checkbox"
        checked={done}
        onChange={(event) => {
          setTicked(event.currentTarget.checked)
          beside.tick(id, event.currentTarget.checked)
        }}
      />
      <label for={inputId}>
        {item.text}
        {!line.must && <span class="checklist-should">{checklist.should}</span>}
      </label>
      {line.records && done && (
        <div class="checklist-value">
          <label for={`${inputId}-value`}>{item.value}</label>
          <input
            dir="auto"
            ref={box}
            id={`${inputId}-value`}
            type="text"
            value={typing ?? value}
            maxLength={400}
            autocomplete="off"
            onInput={(event) => type(event.currentTarget.value)}
            onChange={write}
            onKeyDown={(event) => {
              if (isEnter(event)) event.currentTarget.blur()
            }}
          />
        </div>
      )}
    </div>
  )
}
