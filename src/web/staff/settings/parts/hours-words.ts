// What is said of a fault in the opening hours, and which field it belongs to.
import { words as texts } from '#text/settings'
import type { HoursFault } from '../hours-editor.ts'

const words = texts.hours

export function dayName(weekday: number): string {
  return words.days[weekday] ?? ''
}

export function faultWords(fault: HoursFault): string {
  if (fault.kind === 'no-hours') return words.faults['no-hours']
  return words.faults[fault.kind](dayName(fault.weekday))
}

export function faultId(slug: string, fault: HoursFault): string {
  if (fault.kind === 'no-hours') return `${slug}-always`
  return spanId(slug, fault.weekday, fault.index)
}

export function spanId(slug: string, weekday: number, index: number): string {
  return `${slug}-hours-${weekday}-${index}`
}
