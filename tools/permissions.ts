// Draws docs/permissions.md from the one table of permissions.
import { type Action, needsProof, PERMISSIONS, ROLES, type Role, type Rule, roleMay } from '../src/domain/permission.ts'

const SAID: Readonly<Record<Role, string>> = {
  administrator: 'administrator',
  auditor: 'auditor',
  'service-administrator': 'service administrator',
  practitioner: 'practitioner',
  receptionist: 'receptionist',
  interpreter: 'interpreter',
  champion: 'champion',
}

const OF: Readonly<Record<Exclude<Rule, string>['of'], string>> = {
  organisation: 'their organisation',
  area: 'the waiting area',
  service: 'the whole service',
  'held-visit': 'the visit, which they have now',
  'own-note': 'the note, which they wrote',
}

export function permissionsPage(): string {
  const rules = Object.entries(PERMISSIONS) as [Action, Rule][]
  const open = rules.filter(([, rule]) => typeof rule === 'string')
  const bound = rules.filter(([, rule]) => typeof rule !== 'string')
  const row = ([action, rule]: [Action, Rule]) => {
    const of = typeof rule === 'string' ? '' : OF[rule.of]
    const marks = ROLES.map((role) => (roleMay([role], action) ? 'yes' : '-'))
    return `| ${named(action)} | ${of} | ${marks.join(' | ')} |`
  }
  return [
    '<!-- Made from src/domain/permission.ts by `node tools/permissions.mjs`: change the table there. -->',
    '# Who may do what',
    '',
    'Every endpoint and every socket message names one of these actions, and asks nothing else. Administrators and auditors are so for the whole organisation; every other role is held in a service, or in some of its waiting areas, and counts there alone. Somebody may hold several roles; an auditor holds no other. What one may not see answers as if it were not there.',
    '',
    'What is marked with ¹ needs a recent proof besides: whoever asks has typed their password or a code, used a passkey, or come afresh from the identity provider in the last five minutes.',
    '',
    '## Staff, by their roles',
    '',
    `| action | held in | ${ROLES.map((role) => SAID[role]).join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---').join('|')}|`,
    ...bound.map(row),
    '',
    '## Everybody else',
    '',
    '| action | whom it is for |',
    '|---|---|',
    ...open.map(([action, rule]) => `| ${named(action)} | ${WHOM[rule as Extract<Rule, string>]} |`),
    '',
  ].join('\n')
}

const named = (action: Action) => `\`${action}\`${needsProof(action) ? ' ¹' : ''}`

const WHOM: Readonly<Record<Extract<Rule, string>, string>> = {
  anyone: 'anyone',
  'patient-of-visit': 'the patient whose visit it is',
  'signed-in': 'everybody who is signed in, whatever their role',
}
