// Draws docs/configuration.md from the one table of settings.
import { options, settings } from '../src/server/settings.ts'

export function configurationPage(): string {
  const rows = Object.values(settings).map((setting) => {
    const names = setting.names.map((name) => `\`${name}\``).join(' or ')
    const file = setting.secret ? ` Or \`${setting.names[0]}_FILE\`: a file that holds it.` : ''
    return `| ${names} | ${setting.fallback === '' ? 'unset' : `\`${setting.fallback}\``} | ${setting.meaning}${file} |`
  })
  return [
    '<!-- Made from src/server/settings.ts by `node tools/configuration.mjs`: change the meaning there. -->',
    '# Configuration',
    '',
    'Bedside reads these environment variables once, at its start. Nothing needs to be set to try it. Every mistake is told at once, before anything starts; a variable that begins with `BEDSIDE_` and is not listed here is a mistake. What an organisation decides (opening hours, retention, consent wording) is set on its own screens.',
    '',
    '| variable | default | meaning |',
    '|---|---|---|',
    ...rows,
    '',
    '## Options of the command line',
    '',
    'After `npm start --`.',
    '',
    '| option | meaning |',
    '|---|---|',
    ...Object.entries(options).map(([option, meaning]) => `| \`${option}\` | ${meaning} |`),
    '',
  ].join('\n')
}
