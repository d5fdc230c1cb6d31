// The addresses of a new waiting area: the first readable one that is free, and a short code that nobody has. Both stay.
import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { slugOf } from '#domain/area'
import { CODE_LENGTH, shortCode } from '#domain/short-code'
import type { Tx } from './db.ts'
import { areas } from './schema.ts'

export async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name) || 'clinic'
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`
    const taken = await tx.select({ id: areas.id }).from(areas).where(eq(areas.slug, slug))
    if (taken.length === 0) return slug
  }
}

export async function freeCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = shortCode(randomBytes(CODE_LENGTH))
    const taken = await tx.select({ id: areas.id }).from(areas).where(eq(areas.shortCode, code))
    if (taken.length === 0) return code
  }
}
