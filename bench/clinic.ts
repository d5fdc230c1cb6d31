// The real server with its sample clinic, for the measures that walk through the product as a person does.
import { startDatabase, startProgram } from './program.ts'

export interface Clinic {
  readonly url: string
  /** The waiting area that only the practitioner below serves. */
  readonly door: string
  readonly practitioner: { readonly email: string; readonly password: string }
  stop(): Promise<void>
}

interface SampleClinic {
  readonly areas: readonly { slug: string; name: string }[]
  readonly practitioners: readonly { name: string; email: string; password: string }[]
}

/** `place`: where it runs and what its pages call it, when that is not here. */
export async function startClinic(place?: {
  readonly through: readonly string[]
  readonly host: string
}): Promise<Clinic> {
  const database = await startDatabase()
  const server = startProgram('server.mjs', {
    args: [database.url, place ? '0.0.0.0' : '127.0.0.1'],
    through: place?.through ?? [],
  })
  const { port } = await server.ask<{ port: number }>({ type: 'where' }, 'at')
  const url = `http://${place?.host ?? 'localhost'}:${port}`
  const { clinic } = await server.ask<{ clinic: SampleClinic }>({ type: 'sample' }, 'sample-is')
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
