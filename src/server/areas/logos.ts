// Logos: administrators add them, anybody may fetch them. A picture never changes under its id. One that no level of the
// organisation shows any more is deleted when the next is added.
import { LogoBody, LogoParams, LogoReply } from '#contract/settings'
import { logoType } from '#domain/logo'
import { Problem } from '#domain/problem'
import type { Deps } from '../deps.ts'
import { setAuditSubject } from '../platform/audit/context.ts'
import { endpoint } from '../platform/endpoint.ts'
import { FILE } from '../platform/file-reply.ts'
import * as store from './logos-store.ts'
import { allOwn } from './settings-store.ts'

/** Somebody may be looking at the picture before they save it. */
const UNUSED_LASTS_MS = 24 * 60 * 60 * 1000

/** It never changes under its address, and is only looked at. */
const FOR_EVER = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-disposition': 'inline',
}

export function logoRoutes({ db, now, newId }: Deps) {
  const add = (organisationId: string, bytes: Buffer): Promise<string> => {
    const contentType = logoType(bytes)
    if (!contentType) throw new Problem('logo/not-a-picture')
    return db.transaction(async (tx) => {
      const shown = (await allOwn(tx, organisationId)).flatMap(({ logoId }) => logoId ?? [])
      await store.deleteUnused(tx, organisationId, shown, new Date(now().getTime() - UNUSED_LASTS_MS))
      const id = newId()
      await store.insertLogo(tx, { id, organisationId, contentType, bytes, createdAt: now() })
      setAuditSubject('logo', id)
      return id
    })
  }

  return [
    endpoint({
      method: 'POST',
      url: '/api/staff/settings/logos',
      surface: 'staff',
      action: 'logo.add',
      body: LogoBody,
      reply: LogoReply,
      perMinute: 30,
      handle: async ({ caller, body }) => ({
        logoId: await add(caller.organisationId, Buffer.from(body.data, 'base64')),
      }),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/logos/:logoId',
      surface: 'open',
      action: 'area.welcome',
      params: LogoParams,
      reply: FILE,
      async handle({ params }) {
        const found = await store.logoById(db, params.logoId)
        if (!found) throw new Problem('request/not-found')
        return { type: found.contentType, headers: FOR_EVER, content: found.bytes }
      },
    }),
  ]
}
