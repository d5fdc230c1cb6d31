// How a patient's page and a practitioner's page speak to the product, and to the bare peer: the same steps, two dialects.
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import type { Answer, ServerMessage } from '#contract/realtime'
import { KEPT_COOKIE } from '../../src/server/platform/caller.ts'
import type { Kind, LoadArea, LoadPatient } from './words.ts'

export interface Caller {
  /** A patient's page that has opened; rejects when it is refused. */
  open(patient: LoadPatient): Promise<Socket>
  /** Arrives by HTTP; the reply gives the patient. */
  arrive(slug: string, name: string): Promise<LoadPatient>
  leave(patient: LoadPatient): Promise<void>
  /** A practitioner's page; `onNames` gets the names in the queue each time one reaches the page, oldest first. */
  watch(area: LoadArea, onNames: (names: readonly string[]) => void): Promise<Socket>
}

const pageId = () => randomBytes(12).toString('base64url')

export function openCaller(kind: Kind, port: number, localAddress: string): Caller {
  const base = `http://127.0.0.1:${port}`
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })

  const post = (path: string, body: object, cookie?: string) =>
    new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'x-bedside': '1', ...(cookie ? { cookie } : {}) }
      const sent = request(base + path, { method: 'POST', agent, headers, localAddress }, (response) => {
        response.resume()
        response.on('end', () => {
          if (response.statusCode === 200) resolve(response.headers['set-cookie']?.[0]?.split(';')[0] ?? '')
          else reject(new Error(`${path} answered ${response.statusCode}`))
        })
      })
      sent.on('error', reject)
      sent.end(JSON.stringify(body))
    })

  const connect = (auth: object, cookie: string): Socket =>
    io(base, {
      auth,
      transports: ['websocket'],
      multiplex: false,
      reconnection: false,
      ...({ localAddress } as object),
      ...(cookie ? { extraHeaders: { cookie } } : {}),
    })

  const say = async (socket: Socket, said: object): Promise<never> => {
    const answer = (await socket.timeout(60_000).emitWithAck('message', said)) as Answer
    if (!answer.ok) throw new Error(`refused: ${answer.code}`)
    return answer.value as never
  }

  const connected = (socket: Socket, event: string) =>
    new Promise<Socket>((resolve, reject) => {
      socket.once(event, () => resolve(socket))
      socket.once('connect_error', reject)
    })

  const bedside: Caller = {
    async open({ cookie }) {
      const socket = await connected(connect({ as: 'patient' }, cookie), 'connect')
      socket.on('message', () => {})
      const [visitId = ''] = cookie.slice(cookie.indexOf('=') + 1).split('.')
      await say(socket, { type: 'patient.open', visitId, pageId: pageId(), claim: true })
      return socket
    },
    async arrive(slug, name) {
      const details = { firstName: 'Alex', lastName: name, dateOfBirth: '1950-01-01', phone: '0113 496 0000' }
      const equipment = { picture: 'works', sound: 'works', phoneMe: false }
      const cookie = await post(
        `/api/open/areas/${slug}/visits`,
        { ...details, ...equipment, consent: true },
        `${KEPT_COOKIE}=1`,
      )
      return { area: slug, cookie }
    },
    leave: ({ cookie }) => post('/api/patient/visit/leave', {}, cookie).then(() => {}),
    async watch({ staffCookie }, onNames) {
      const socket = await connected(connect({ as: 'staff' }, staffCookie), 'connect')
      socket.on('message', (heard: ServerMessage) => {
        const visits = heard.type === 'area' ? heard.view.visits : heard.type === 'queue' ? heard.news.visits : []
        onNames(visits.map((visit) => visit.lastName))
      })
      await say(socket, { type: 'staff.open', pageId: pageId() })
      return socket
    },
  }

  const bare: Caller = {
    open: ({ area }) => connected(connect({ as: 'patient', area }, ''), 'opened'),
    async arrive(area, name) {
      await post(`/arrive?area=${area}&name=${name}`, {})
      return { area, cookie: '' }
    },
    leave: ({ area }) => post(`/leave?area=${area}`, {}).then(() => {}),
    watch({ slug }, onNames) {
      const socket = connect({ as: 'staff', area: slug }, '')
      socket.on('arrived', (name: string) => onNames([name]))
      return connected(socket, 'opened')
    },
  }

  return kind === 'bedside' ? bedside : bare
}
