// Prints a report: a table for people, JSON for programs. Both say on what machine, and whether it was quiet.
import { type Figure, isMet, type MeasureName, ratio, type Table, type Target } from './figures.ts'
import type { Machine } from './machine.ts'

export interface Report {
  readonly machine: Machine
  /** Runs begun, and how many of them on a machine that was busy with something else. */
  runs: number
  unquiet: number
  busiest: number
  readonly figures: Figure[]
  readonly tables: Table[]
  readonly failures: { measure: MeasureName; why: string }[]
}

export function asJson(report: Report): string {
  const figures = report.figures.map((figure) => ({ ...figure, ratio: ratio(figure), met: isMet(figure) }))
  return JSON.stringify({ ...report, figures }, null, 2)
}

export function asTable({ machine, runs, unquiet, busiest, figures, tables, failures }: Report): string {
  const header = ['measure', 'value', 'beside', 'ratio', 'target', 'met']
  const rows = figures.map((figure) => [
    `${figure.measure}: ${figure.what}`,
    quantity(figure.value, figure.unit),
    figure.beside ? `${quantity(figure.beside.value, figure.unit)} (${figure.beside.what})` : '',
    ratio(figure)?.toFixed(2) ?? '',
    figure.target ? targetWords(figure.target, figure.unit) : '',
    { true: 'yes', false: 'NO', null: '' }[String(isMet(figure)) as 'true' | 'false' | 'null'],
  ])
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGB} GB, Node ${machine.node}, Chromium ${machine.chromium}`,
    unquiet === 0
      ? `The machine was quiet before each of ${runs} runs.`
      : `NOT QUIET before ${unquiet} of ${runs} runs: up to ${Math.round(busiest * 100)}% of it was busy with something else.`,
    '',
    ...drawn(header, rows),
    ...figures.flatMap(({ what, remark }) => (remark ? [`- ${what}: ${remark}`] : [])),
    ...failures.map(({ measure, why }) => `- ${measure} FAILED: ${why}`),
    ...tables.flatMap((table) => ['', table.title, '', ...drawn(table.header, table.rows)]),
  ].join('\n')
}

function drawn(header: Table['header'], rows: Table['rows']): string[] {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(header), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)]
}

function quantity(value: number, unit: string): string {
  if (Number.isNaN(value)) return '-'
  const digits = unit === 'requests' || unit === 'lines' || unit === 'cells' ? 0 : Math.abs(value) < 100 ? 1 : 0
  return unit === '%' ? `${value.toFixed(digits)}%` : `${value.toFixed(digits)} ${unit}`
}

function targetWords(target: Target, unit: string): string {
  if ('atMostTimes' in target) return `at most ${target.atMostTimes}x`
  return 'atMost' in target ? `at most ${target.atMost} ${unit}` : `at least ${target.atLeast} ${unit}`
}
