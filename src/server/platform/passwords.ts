// Password hashes: argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane).
import { hash, verify } from '@node-rs/argon2'

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS)

/** False for a wrong password. Takes as long for an unknown person: pass null and it checks against a hash of nobody's. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobodysHash()), password)
  return fits && passwordHash !== null
}

let nobody: Promise<string> | null = null
const nobodysHash = () => {
  nobody ??= hashPassword('nobody signs in with this')
  return nobody
}
