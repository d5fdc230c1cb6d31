// What the terminal says once Bedside runs: where to begin, and the QR code for a phone.
import type { InstanceView } from '#contract/people'
import { openAreaService } from './areas/service.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { qrForTerminal } from './platform/lan.ts'
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
