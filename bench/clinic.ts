// The real server with its sample clinic, for the measures that walk through the product as a person does.
import { startDatabase, startProgram } from './program.ts'

export interface Clinic {
  readonly url: string
  /** The waiting area that only the practitioner below serves. */
  readonly door: string
  readonly practitioner: { readonly email: string; readonly password: string }
  stop(): Promise<void>
}

export async function startClinic(): Promise<Clinic> {
  const database = await startDatabase()
  const server = startProgram('server.mjs', [database.url])
  const at = await server.ask<{ port: number; sampleToken: string }>({ type: 'where' }, 'at')
  const url = `http://localhost:${at.port}`
  const reply = await fetch(`${url}/api/open/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    body: JSON.stringify({ token: at.sampleToken }),
  })
  const clinic = (await reply.json()) as {
    areas: { slug: string; name: string }[]
    practitioners: { name: string; email: string; password: string }[]
  }
  const area = clinic.areas.find(({ name }) => name.includes('Physiotherapy'))
  const practitioner = clinic.practitioners.find(({ name }) => name.startsWith('Tomasz'))
  if (!area || !practitioner) throw new Error('the sample clinic is not what this measure expects')
  return {
    url,
    door: `${url}/at/${area.slug}`,
    practitioner,
    async stop() {
      await server.end()
      await database.stop()
    },
  }
}
