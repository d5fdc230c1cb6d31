// The checklist of a consultation while it is worked through: each tick goes to the server until it is there and writes its
// line into the note. It reminds and never stops anybody; the note stays whoever types it.
import type { TickBody } from '#contract/consultation'
import type { ConsultationView } from '#contract/visit'
import { ageOn } from '#domain/age'
import { dateIn } from '#domain/area'
import { type ChecklistItem, checklistOf, type Phase } from '#domain/checklist'
import { cleanText } from '#domain/typed-text'
import { words } from '#text/checklist'
import { callPlan } from '../../../call/call-plan.ts'
import type { Later } from '../../../kit/later.ts'
import { type LatestValueSender, latestValueSender, mayPass } from '../../../kit/latest-value-sender.ts'
import { createStore, type Readable } from '../../../kit/store.ts'
import type { call } from '../../../net/api.ts'
import { Refusal } from '../../../net/api.ts'
import { addLine, removeLine, replaceLine } from '../note/note-lines.ts'

export interface ChecklistLine {
  readonly id: string
  readonly phase: Phase
  readonly must: boolean
  /** Something can be written beside the tick. */
  readonly records: boolean
  readonly confirms: ChecklistItem['confirms']
  /** The organisation's own words; null: those of the product. */
  readonly text: string | null
  readonly done: boolean
  readonly value: string
}

export interface ChecklistModel {
  /** Those of the plan, and those ticked under a plan that the visit had before. */
  readonly lines: Readable<readonly ChecklistLine[]>
  /** The server refused a tick for good: it holds on this page and in the note only. */
  readonly refused: Readable<boolean>
  tick(id: string, done: boolean): void
  /** Kept while it is typed; a ticked item is changed with it, in the note too. */
  write(id: string, value: string): void
  retryNow(): void
  close(): void
}

export interface ChecklistInputs {
  readonly view: Readable<ConsultationView | null>
  /** Changes the note's text if it can be changed now. */
  readonly changeNote: (change: (text: string) => string) => void
  readonly request: typeof call
  readonly url: string
  readonly later: Later
}

export function createChecklist({ view, changeNote, request, url, later }: ChecklistInputs): ChecklistModel {
  const lines = createStore<readonly ChecklistLine[]>([])
  const refused = createStore(false)
  /** What was pressed here and the server has not said back yet, and what is typed beside a tick. */
  const pressed = new Map<string, TickBody>()
  const typed = new Map<string, string>()
  const senders = new Map<string, LatestValueSender<TickBody>>()

  const senderOf = (id: string): LatestValueSender<TickBody> => {
    const known = senders.get(id)
    if (known) return known
    const put = async (body: TickBody) => {
      try {
        await request('PUT', `${url}/checklist/${id}`, body)
        refused.set(false)
      } catch (error) {
        if (error instanceof Refusal && !mayPass(error)) refused.set(true)
        throw error
      }
    }
    const sender = latestValueSender(put, later)
    senders.set(id, sender)
    return sender
  }

  function draw(): void {
    const now = view.get()
    if (!now) return
    const ticks = new Map(now.checklist.map((tick) => [tick.item, tick]))
    const { purpose } = callPlan(now.plan)
    const age = ageOn(now.patient.dateOfBirth, dateIn(now.now, now.timeZone))
    const items = checklistOf(purpose, { age }, now.plan.checklist)
    const listed = new Set(items.map(({ id }) => id))
    const others = [...ticks.keys()].filter((id) => !listed.has(id)).map(formerItem)
    lines.set(
      [...items, ...others].map(({ id, phase, required, records, confirms, text }) => {
        const { done, value } = pressed.get(id) ?? { done: ticks.has(id), value: ticks.get(id)?.value ?? '' }
        return { id, phase, must: required === 'must', records, confirms, text, done, value: typed.get(id) ?? value }
      }),
    )
  }

  function take(next: ConsultationView | null): void {
    for (const [id, body] of pressed) {
      const tick = next?.checklist.find(({ item }) => item === id)
      if ((tick !== undefined) === body.done && (tick?.value ?? '') === (body.done ? body.value : ''))
        pressed.delete(id)
    }
    draw()
  }

  const lineOf = (id: string) => lines.get().find((line) => line.id === id)

  function tick(id: string, done: boolean): void {
    const line = lineOf(id)
    if (!line || line.done === done) return
    const value = cleanText(line.value).trim()
    const body = { done, value: done ? value : '' }
    pressed.set(id, body)
    if (done) typed.delete(id)
    else if (value) typed.set(id, value)
    changeNote((text) => (done ? addLine(text, noteLine(line, value)) : removeLine(text, noteLine(line, value))))
    draw()
    senderOf(id).send(body)
  }

  const stop = view.subscribe(take)
  draw()
  return {
    lines,
    refused,
    tick,
    write(id, value) {
      const line = lineOf(id)
      if (!line || line.value === value) return
      if (!line.done) {
        typed.set(id, value)
        draw()
        return
      }
      const body = { done: true, value: cleanText(value).trim() }
      changeNote((text) => replaceLine(text, noteLine(line, line.value), noteLine(line, body.value)))
      pressed.set(id, body)
      draw()
      senderOf(id).send(body)
    },
    retryNow() {
      for (const sender of senders.values()) sender.push()
    },
    close() {
      stop()
      for (const sender of senders.values()) sender.close()
    },
  }
}

/** What a ticked item writes into the note. */
function noteLine({ id, text }: ChecklistLine, value: string): string {
  return text === null ? words.note(id, value) : words.ownNote(text, value)
}

function formerItem(id: string): ChecklistItem {
  const phase = id.startsWith('open.') ? 'opening' : id.startsWith('close.') ? 'closing' : 'examination'
  return { id, phase, required: 'should', records: true, confirms: null, text: null }
}

/** What belongs to every consultation like this one and was not ticked, in order. */
export function leftOpen(lines: readonly ChecklistLine[]): readonly ChecklistLine[] {
  return lines.filter(({ must, done }) => must && !done)
}
