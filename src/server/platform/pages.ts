// The two browser entries and their files. A waiting area's page carries what its first screen shows, so that an old
// phone on a slow line needs no further request for it. Built files never change under one name and are kept for ever.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { phoneHref } from '#domain/phone'

export interface Pages {
  /** Built web files: patient.html, staff.html, assets/. */
  readonly folder: string
  /** What the page of a waiting area carries, or null when there is no such area. */
  welcome(slug: string): Promise<{ readonly support: { readonly phone: string } } | null>
  /** What the page of a personal link carries; reading it opens nothing. */
  invitation(secret: string): Promise<object>
  /** The address of the area that has this short code, as somebody typed it; null when none has. */
  slugOfCode(typed: string): Promise<string | null>
}

/** The thread that runs the framing coach's model compiles WebAssembly; no page does (docs/decisions/0007). */
const COACH = /[\\/]assets[\\/]pose-worker-[^\\/]+\.js(\.br|\.gz)?$/
export const COACH_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** Says nothing about what a page may do with a file, and forbids everything to who opens the file by itself. */
export const FILE_POLICY = "default-src 'none'"

export const policyOf = (path: string): string => (COACH.test(path) ? COACH_POLICY : FILE_POLICY)

/** Written for documents. A file would carry them for nothing, a dozen times to every patient's phone. */
const OF_PAGES_ONLY = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]

/** The script that other people's websites load; nothing else of ours may be loaded from elsewhere. */
const BUTTON = /[\\/]button\.js(\.br|\.gz)?$/

/** Where a page that does not open says how the clinic is phoned. */
const NUMBER = /(<p id="clinic-number">)[^<]*(<\/p>)/

const WELCOME = /(<script type="application\/json" id="welcome">)[^<]*(<\/script>)/

export async function servePages(
  app: FastifyInstance,
  { folder, welcome, invitation, slugOfCode }: Pages,
): Promise<void> {
  const [patient, staff] = await Promise.all([
    readFile(join(folder, 'patient.html'), 'utf8'),
    readFile(join(folder, 'staff.html'), 'utf8'),
  ])
  const send = (reply: FastifyReply, html: string, status = 200) =>
    reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)

  app.get<{ Params: { slug: string } }>('/at/:slug', async (request, reply) => {
    const value = await welcome(request.params.slug)
    const html = carrying(patient, value)
    const phone = value?.support.phone
    return send(
      reply,
      phone ? html.replace(NUMBER, (_, open: string, close: string) => open + phoneLink(phone) + close) : html,
      value ? 200 : 404,
    )
  })
  // Whatever the link is worth, the page is the same: scanners and previews that fetch it open nothing by that.
  app.get<{ Params: { secret: string } }>('/v/:secret', async (request, reply) =>
    send(
      reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer'),
      carrying(patient, await invitation(request.params.secret)),
    ),
  )
  // A short code leads to its area; one that leads nowhere, to the page where it can be typed again.
  app.get<{ Params: { code: string } }>('/a/:code', async (request, reply) => {
    const slug = await slugOfCode(request.params.code)
    if (slug === null) return send(reply, staff, 404)
    return reply.header('cache-control', 'no-store').redirect(`/at/${encodeURIComponent(slug)}`)
  })
  // The practice page, and the one for getting no more e-mails, are given out by link, as an area's is, and carry nothing.
  for (const url of ['/check', '/stop'])
    app.get(url, (_, reply) => send(reply.header('x-robots-tag', 'noindex'), patient))
  for (const url of ['/', '/a', '/setup', '/sample', '/staff', '/staff/*'])
    app.get(url, (_, reply) => send(reply, staff))

  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders(reply, path) {
      const forever = /[\\/]assets[\\/]/.test(path)
      for (const name of OF_PAGES_ONLY) reply.removeHeader(name)
      reply.header('content-security-policy', policyOf(path))
      if (BUTTON.test(path)) reply.header('cross-origin-resource-policy', 'cross-origin')
      reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
}

/** JSON inside HTML: only `<` could end the element. */
function carrying(page: string, value: unknown): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return page.replace(WELCOME, (_, open: string, close: string) => open + json + close)
}

/** `phone` as somebody typed it, to be pressed. */
function phoneLink(phone: string): string {
  const shown = phone.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<a href="${phoneHref(phone)}">${shown}</a>`
}
