// The value of a setting in a few lines for reading. The caller shows the name of a plan and the picture of a logo itself.
import { ENTRY_FIELDS, type OpeningBlock } from '#domain/area'
import { isTextSetting, type SettingName, type Settings } from '#domain/settings'
import { words as texts } from '#text/settings'
import { words } from '#text/settings-handed'
import { clockFace } from './hours-editor.ts'

/** The settings that are a yes or a no. */
export type YesNo = keyof typeof words.yesNo

export function summaryOf(name: Exclude<SettingName, 'planId' | 'logoId'>, settings: Settings): readonly string[] {
  if (isTextSetting(name)) return [settings[name].sms]
  switch (name) {
    case 'openBlocks':
      return settings.openBlocks.length === 0 ? [words.alwaysOpen] : hourLines(settings.openBlocks)
    case 'opensEarlyMinutes':
      return [words.early(settings.opensEarlyMinutes)]
    case 'bankHolidays':
      return [words.bankHolidays[settings.bankHolidays]]
    case 'closedDates':
      return orNone(settings.closedDates.map(words.date))
    case 'fields':
      return ENTRY_FIELDS.map((field) => words.field(texts.area[field], texts.area.rules[settings.fields[field]]))
    case 'support': {
      const { phone, email } = settings.support
      return orNone([...(phone ? [words.phone(phone)] : []), ...(email ? [words.email(email)] : [])])
    }
    case 'arrivalQuestions':
      return orNone(settings.arrivalQuestions.map(({ label, required }) => words.questionLine(label, required)))
    case 'waitingMessages':
      return orNone(settings.waitingMessages.map(({ afterMinutes, text }) => words.message(afterMinutes, text)))
    case 'afterLink':
      return settings.afterLink ? [settings.afterLink.label, settings.afterLink.url] : [words.none]
    case 'alerts': {
      const { sound, desktop, emails } = settings.alerts
      return orNone([
        ...(sound ? [words.alertSound] : []),
        ...(desktop ? [words.alertDesktop] : []),
        ...(emails.length > 0 ? [words.alertEmail(emails)] : []),
      ])
    }
    default: {
      const value = settings[name]
      if (typeof value === 'boolean') return [words.yesNo[name as YesNo][value ? 'yes' : 'no']]
      return [value || words.nothing]
    }
  }
}

const orNone = (lines: readonly string[]) => (lines.length > 0 ? lines : [words.none])

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0]

/** Days that follow each other with the same hours stand together. */
export function hourLines(blocks: readonly OpeningBlock[]): string[] {
  const days = MONDAY_FIRST.map((weekday) => ({
    name: texts.hours.days[weekday] ?? '',
    spans: blocks
      .filter((block) => block.weekday === weekday)
      .sort((a, b) => a.from - b.from)
      .map(({ from, to }) => words.span(clockFace(from), clockFace(to))),
  }))
  const runs: { first: string; last: string; spans: readonly string[] }[] = []
  for (const { name, spans } of days) {
    const run = runs.at(-1)
    if (run && run.spans.join() === spans.join()) run.last = name
    else runs.push({ first: name, last: name, spans })
  }
  return runs
    .filter(({ spans }) => spans.length > 0)
    .map(({ first, last, spans }) => words.hoursLine(words.days(first, last), spans))
}
