// `npm run bench`: runs the measures named on the command line (all of them by default) one after the other and prints
// their figures as a table, or with `--json` as JSON and nothing else. Measures nothing itself.
import { parseArgs } from 'node:util'
import { measureAbuse } from './abuse/measure.ts'
import { measureAccuracy } from './accuracy/measure.ts'
import type { Bench, Figure, MeasureName } from './figures.ts'
import { measureJoin } from './join/measure.ts'
import { measureLink } from './link/measure.ts'
import { machine } from './machine.ts'
import { measurePage } from './page/measure.ts'
import { waitForQuiet } from './quiet.ts'
import { asJson, asTable, type Report } from './report.ts'
import { measureWaiting } from './waiting/measure.ts'

const MEASURES: Record<MeasureName, (bench: Bench) => Promise<Figure[]>> = {
  join: measureJoin,
  page: measurePage,
  waiting: measureWaiting,
  link: measureLink,
  accuracy: measureAccuracy,
  abuse: measureAbuse,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    /** The longest wait for a quiet machine before each run, seconds. */
    patience: { type: 'string', default: '60' },
  },
})

const names = Object.keys(MEASURES) as MeasureName[]
const unknown = positionals.filter((name) => !names.includes(name as MeasureName))
if (unknown.length > 0) {
  console.error(`There is no measure called ${unknown.join(', ')}. There are: ${names.join(', ')}.`)
  process.exit(2)
}
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name))

const say = (line: string) => console.error(line)
const report: Report = { machine: machine(), runs: 0, unquiet: 0, busiest: 0, figures: [], tables: [], failures: [] }

const bench: Bench = {
  say,
  show: (table) => void report.tables.push(table),
  long: values.long,
  async quiet() {
    const { quiet, busy } = await waitForQuiet(Number(values.patience))
    report.runs += 1
    if (quiet) return
    report.unquiet += 1
    report.busiest = Math.max(report.busiest, busy)
    say(`not a quiet machine: ${Math.round(busy * 100)}% of it was busy with something else`)
  },
}

for (const name of chosen)
  try {
    report.figures.push(...(await MEASURES[name](bench)))
  } catch (error) {
    report.failures.push({ measure: name, why: error instanceof Error ? error.message : String(error) })
    say(`${name}: ${error instanceof Error ? error.stack : error}`)
  }

console.log(values.json ? asJson(report) : asTable(report))
process.exit(report.failures.length > 0 ? 1 : 0)
