// For `--lan`: this machine's addresses, a certificate for them, and a QR code for the terminal. Never used on the open
// internet: the certificate is signed by nobody, and phones ask once whether to trust it.
import { createHash, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { toString as drawQr } from 'qrcode'
import { generate } from 'selfsigned'

export interface LanCertificate {
  /** PEM. */
  readonly key: string
  readonly cert: string
}

const DAY_MS = 86_400_000
/** Apple refuses certificates that are valid for longer than 825 days; browsers' own limit for public ones is 398. */
const VALID_DAYS = 397
const RENEW_DAYS = 30

/** IPv4 addresses at which another device may reach this machine: home and office networks first. */
export function lanAddresses(): string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? [])
      .filter((entry) => entry.family === 'IPv4' && !entry.internal)
      .map((entry) => ({ name, address: entry.address })),
  )
  // Bridges of containers and virtual machines have addresses, too, but no phone ever reaches them.
  const rank = ({ name, address }: { name: string; address: string }) =>
    (/^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun)/.test(name) ? 2 : 0) +
    (/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b)).map((entry) => entry.address)
}

/** The certificate kept in `folder`; made anew when the addresses changed or 30 days before it runs out. */
export async function lanCertificate(
  folder: string,
  addresses: readonly string[],
  now = new Date(),
): Promise<LanCertificate> {
  const names = ['localhost', '127.0.0.1', ...addresses]
  const file = join(folder, 'lan-certificate.json')
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as LanCertificate,
    () => null,
  )
  if (kept && stillGood(kept, names, now)) return kept
  await mkdir(folder, { recursive: true })
  const made = await generate(
    [{ name: 'commonName', value: `Bedside ${createHash('sha256').update(names.join()).digest('hex').slice(0, 8)}` }],
    {
      keyType: 'ec',
      curve: 'P-256',
      algorithm: 'sha256',
      // A day back: a phone's clock may be behind.
      notBeforeDate: new Date(now.getTime() - DAY_MS),
      notAfterDate: new Date(now.getTime() + VALID_DAYS * DAY_MS),
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: names.map((name) => (/^[\d.]+$/.test(name) ? { type: 7, ip: name } : { type: 2, value: name })),
        },
      ],
    },
  )
  const certificate = { key: made.private, cert: made.cert }
  // Written beside and renamed: never half a key on disk.
  await writeFile(`${file}.new`, JSON.stringify(certificate), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return certificate
}

function stillGood(kept: LanCertificate, names: readonly string[], now: Date): boolean {
  try {
    const certificate = new X509Certificate(kept.cert)
    const named = (certificate.subjectAltName ?? '').split(', ').map((entry) => entry.replace(/^(DNS|IP Address):/, ''))
    return (
      named.length === names.length &&
      names.every((name) => named.includes(name)) &&
      Date.parse(certificate.validTo) - now.getTime() > RENEW_DAYS * DAY_MS
    )
  } catch {
    return false
  }
}

/**
 * `url` as a QR code of half-block characters. In a terminal it is black on white whatever the terminal's own colours
 * are: many phones do not read it the other way round.
 */
export async function qrForTerminal(url: string, colours = process.stdout.isTTY === true): Promise<string> {
  const drawn = await drawQr(url, { type: 'utf8', errorCorrectionLevel: 'M', margin: 2 })
  return colours ? drawn.replace(/^.+$/gm, '\x1b[30;107m$&\x1b[0m') : drawn
}
