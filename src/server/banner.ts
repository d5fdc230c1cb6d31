// Where to begin, once Bedside runs: for the terminal, or for a file that only the operator may read, because the links
// in it let people in. Never for the log.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstanceView } from '#contract/people'
import { openAreaService } from './areas/service.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { qrForTerminal } from './platform/lan.ts'
import { faultFacts, type Log } from './platform/log.ts'
import { sampleToken, setupToken } from './setup/service.ts'

interface Running {
  readonly port: number
  readonly secret: string
  readonly deps: Deps
}

export async function startBanner(running: Running, config: Config, lanAddresses: readonly string[]): Promise<string> {
  const instance = await openAreaService(running.deps).instance()
  const scheme = config.lan ? 'https' : 'http'
  const here = config.publicUrl ?? `${scheme}://localhost:${running.port}`
  const lines = [
    '',
    `Bedside is running: ${here}`,
    '',
    ...beginnings(instance, here, running.secret, !config.production),
  ]
  const address = lanAddresses[0]
  if (config.lan && address) {
    const lan = `https://${address}:${running.port}`
    const door = instance.organisations.flatMap((organisation) => organisation.areas)[0]
    const link = door ? `${lan}/at/${door.slug}` : lan
    lines.push(
      `With a phone on the same network: ${link}`,
      'The phone will warn of a certificate that it does not know. This one was made here: go on.',
      await qrForTerminal(link),
    )
  }
  return lines.join('\n')
}

/** Shows `banner` at the terminal if somebody sits there; otherwise in a file of which the log says where it is. */
export async function showBanner(
  banner: string,
  { dataFolder, terminal, log }: { dataFolder: string; terminal: NodeJS.WriteStream; log: Log },
): Promise<void> {
  if (terminal.isTTY) {
    terminal.write(`${banner}\n`)
    log.info('Bedside is running')
    return
  }
  const begin = join(dataFolder, 'where-to-begin.txt')
  try {
    await mkdir(dataFolder, { recursive: true })
    // Made anew, so that nobody else can have it open or keep rights to it.
    await rm(begin, { force: true })
    await writeFile(begin, `${banner.trim()}\n`, { mode: 0o600, flag: 'wx' })
    log.info('Bedside is running', { begin })
  } catch (error) {
    // With a database of one's own nothing else need be written there.
    log.info('Bedside is running')
    log.warn('where to begin cannot be written: let Bedside write into its data folder, or start it at a terminal', {
      begin,
      ...faultFacts(error),
    })
  }
}

function beginnings(instance: InstanceView, here: string, secret: string, sample: boolean): string[] {
  const lines: string[] = []
  if (!instance.setUp) lines.push(`  Set up your organisation:  ${here}/setup#${setupToken(secret)}`)
  if (sample) lines.push(`  Try the sample clinic:     ${here}/sample#${sampleToken(secret)}`)
  if (lines.length > 0) lines.push('')
  const { organisations } = instance
  for (const organisation of organisations) {
    lines.push(`  ${organisation.name}${organisation.sample ? ' (sample, not real)' : ''}`)
    for (const area of organisation.areas) lines.push(`    patients of ${area.name}:  ${here}/at/${area.slug}`)
  }
  if (organisations.length > 0) lines.push(`    staff:  ${here}/staff`, '')
  return lines
}
