// Draws docs/privacy.md; its tables come from the registry of retention.
import { getTableName } from 'drizzle-orm'
import {
  DAY_MS,
  DEFAULT_KEPT_DAYS,
  DEFAULT_RETENTION,
  type KeptDays,
  MINUTE_MS,
  type Retention,
} from '../src/domain/retention.ts'
import type { Entry, PersonalEntry, Removal } from '../src/server/platform/retention/entry.ts'
import { PERSONAL, REGISTRY } from '../src/server/platform/retention/registry.ts'

const SET_BY_ORGANISATION: Readonly<Record<keyof Retention, string>> = {
  detailsMinutes: `${DEFAULT_RETENTION.detailsMinutes} minutes (the organisation sets 5 minutes to 7 days)`,
  signedNoteDays: `${DEFAULT_RETENTION.signedNoteDays} days (the organisation sets 1 to 365 days)`,
}
const SET_BY_INSTALLATION: Readonly<Record<keyof KeptDays, string>> = {
  auditAddresses: `${DEFAULT_KEPT_DAYS.auditAddresses} days (the installation sets \`BEDSIDE_AUDIT_ADDRESS_DAYS\`)`,
  glassReasons: `${DEFAULT_KEPT_DAYS.glassReasons} days (the installation sets \`BEDSIDE_BREAK_GLASS_REASON_DAYS\`)`,
}

function after({ moment, kept }: Removal['term']): string {
  switch (kept.setBy) {
    case 'organisation':
      return `${SET_BY_ORGANISATION[kept.setting]} after ${moment}`
    case 'installation':
      return `${SET_BY_INSTALLATION[kept.setting]} after ${moment}`
    case 'product':
      if (kept.ms === 0) return `as soon as ${moment}`
      return `${kept.ms < DAY_MS ? `${kept.ms / MINUTE_MS} minutes` : days(kept.ms)} after ${moment}`
  }
}

const days = (ms: number) => (ms === DAY_MS ? '1 day' : `${ms / DAY_MS} days`)

const goes = ({ removals }: Entry): string[] =>
  removals.map(({ term, only }) => `${only ? `${only}: ` : ''}${after(term)}`)

const sentences = (parts: readonly string[]) =>
  parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(' ')

const row = (entry: PersonalEntry) =>
  `| \`${getTableName(entry.table)}\` | ${entry.holds} | ${sentences([entry.seenBy])} | ${sentences([...goes(entry), entry.otherwise])} |`

const table = (about: PersonalEntry['about']) => [
  '| table | what it holds | who sees it | when it goes |',
  '|---|---|---|---|',
  ...PERSONAL.filter((entry) => entry.about === about).map(row),
]

export function privacyPage(): string {
  const others = REGISTRY.filter((entry) => entry.kind === 'impersonal')
  const passing = others.filter(({ removals }) => removals.length > 0)
  const lasting = others.filter(({ removals }) => removals.length === 0)
  return [
    '<!-- Made by `node tools/privacy.mjs`; the tables come from src/server/platform/retention: change them there. -->',
    '# What is kept about people',
    '',
    'For information governance: what Bedside keeps about patients and staff, where, for how long, who sees it, and how it is deleted. The tables below are made from the registry from which the server deletes, so they say what it does. How your organisation may use it (the lawful basis, your notice to patients, your record of processing) is yours to write.',
    '',
    '## In short',
    '',
    '- Everything is kept in one PostgreSQL database, which your organisation or its supplier runs. Bedside sends nothing to its makers.',
    '- Picture and sound go from browser to browser, encrypted, where the network allows it through your TURN server, which cannot read them. Nothing is recorded.',
    `- What says who a patient is goes ${after({ moment: 'the end of the visit', kept: { setBy: 'organisation', setting: 'detailsMinutes' } })}. A signed note is kept apart and goes ${after({ moment: 'it was signed', kept: { setBy: 'organisation', setting: 'signedNoteDays' } })}. What stays of a visit are times and an outcome, which name no patient.`,
    '- Notes here are a place to write, not the health record: their author copies them there and says so.',
    '- Nobody under way is touched: a patient who waits or is being seen keeps their details however long it takes.',
    '',
    '## About patients',
    '',
    ...table('patients'),
    '',
    '## About patients and staff',
    '',
    ...table('both'),
    '',
    '## About staff',
    '',
    ...table('staff'),
    '',
    '## What names nobody',
    '',
    'These hold ids, states, the clinic’s own settings, or secrets that are kept as a fingerprint or sealed.',
    '',
    ...passing.map((entry) => `- \`${getTableName(entry.table)}\` goes ${goes(entry).join('; ')}.`),
    `- Kept until somebody changes them: ${lasting.map((entry) => `\`${getTableName(entry.table)}\``).join(', ')}.`,
    '',
    '## How it is deleted',
    '',
    '- Once a minute the server deletes what is due. What has the same term goes together or not at all: details, messages and ticks of a visit are never half deleted.',
    '- While the clocks of the server and the database differ, or one of them has just been set, nothing is deleted.',
    '- The audit says of each visit and note that it was deleted, by its id. The log says how many.',
    '- Deleted rows are gone from every screen at once. PostgreSQL writes over their place on disk in its own time: encrypt the disk.',
    '',
    '## Backups',
    '',
    'A backup holds everything as it was when it was made, also what has been deleted since. Encrypt backups, and delete them when your retention says so ([self-hosting.md](self-hosting.md), “Backup and restore”). After a restore, what is due by then is deleted within a minute of the start.',
    '',
    '## Audit',
    '',
    'Who did what, when, and by which right is written before it is answered and cannot be changed or deleted afterwards without being noticed. The audit names people and visits by id and holds nobody’s words. Months that are over can be archived to files ([audit-archive.md](audit-archive.md)); keep them as safe as backups, for as long as your organisation keeps such records.',
    '',
    '## Outside the database',
    '',
    '- Logs, addresses of pages, errors, figures for operators and e-mails hold no patient’s name, date of birth, phone number or words.',
    '- A patient’s browser keeps cookies that open their own visit, and nothing of it once it is over. A staff browser keeps a sign-in and a cookie that says that this browser was used before.',
    '- A reverse proxy, a mail server, a TURN server and an identity provider keep what you tell them to.',
    '',
    '## What somebody may ask for',
    '',
    'Until its time is over, what is kept about a patient is found by their visit, and what is kept about staff by their account. Bedside has no command yet that hands all of it out at once.',
    '',
  ].join('\n')
}
