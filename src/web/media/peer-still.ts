// Carries one still picture at a time over a data channel of its own, in order and complete, slower than the path allows so
// that the sound does not notice. What comes from the far side is believed only as far as it was expected and is a picture.
import { createStore } from '../kit/store.ts'
import { LARGEST_STILL, type StillLine, type StillState } from './still-line.ts'

/** What every browser takes in one message. */
const PIECE = 16_384
const TURN_MS = 40
/** Nothing moved for so long: it will not arrive. */
const PATIENCE_MS = 20_000
const BEARABLE_SECONDS = 20
const SMALLEST = 300_000

interface Incoming {
  readonly id: number
  readonly size: number
  readonly pieces: ArrayBuffer[]
  got: number
}

/** A still picture travels beside the call, never before it: on half of what the path is thought to carry. */
const LEAST_KBPS = 100
const MOST_KBPS = 6000
const UNKNOWN_KBPS = 1000

/** `availableKbps`: what the path carries now; null: not known. */
export function openStillLine(pc: RTCPeerConnection, availableKbps: () => number | null): StillLine {
  const paceKbps = () => Math.min(MOST_KBPS, Math.max(LEAST_KBPS, (availableKbps() ?? UNKNOWN_KBPS) / 2))
  // Negotiated by number, beside the state channel's 0: opening it costs no message.
  const channel = pc.createDataChannel('still', { negotiated: true, id: 1, ordered: true })
  channel.binaryType = 'arraybuffer'
  const state = createStore<StillState>({ kind: 'none' })
  let expected = false
  let incoming: Incoming | null = null
  let sentId = 0
  let answered: ((got: boolean) => void) | null = null

  const say = (message: object) => {
    if (channel.readyState === 'open') channel.send(JSON.stringify(message))
  }

  async function send(picture: Blob): Promise<boolean> {
    if (answered || picture.size === 0 || picture.size > LARGEST_STILL) return false
    const id = ++sentId
    state.set({ kind: 'sending', share: 0 })
    const answer = new Promise<boolean>((resolve) => {
      answered = resolve
    })
    try {
      const got = (await opened(channel)) && (await pass(id, await picture.arrayBuffer())) && (await answer)
      state.set({ kind: got ? 'sent' : 'failed' })
      return got
    } catch {
      state.set({ kind: 'failed' })
      return false
    } finally {
      answered = null
    }
  }

  async function pass(id: number, bytes: ArrayBuffer): Promise<boolean> {
    say({ id, size: bytes.byteLength })
    let credit = 0
    let movedAt = performance.now()
    for (let offset = 0; offset < bytes.byteLength; ) {
      if (channel.readyState !== 'open') return false
      await new Promise((resolve) => setTimeout(resolve, TURN_MS))
      // A slow path keeps what was sent waiting here: more would only stand in the way of the sound.
      const waiting = channel.bufferedAmount
      if (waiting > PIECE * 4) {
        if (performance.now() - movedAt > PATIENCE_MS) return false
        continue
      }
      credit = Math.min(credit + (paceKbps() / 8) * TURN_MS, PIECE * 8)
      while (credit > 0 && offset < bytes.byteLength) {
        const piece = bytes.slice(offset, offset + PIECE)
        channel.send(piece)
        offset += piece.byteLength
        credit -= piece.byteLength
        movedAt = performance.now()
      }
      if (state.get().kind === 'sending') state.set({ kind: 'sending', share: offset / bytes.byteLength })
    }
    return true
  }

  function begin(header: { id: number; size: number }): void {
    if (!expected || header.size > LARGEST_STILL) {
      say({ no: header.id })
      return
    }
    incoming = { ...header, pieces: [], got: 0 }
    state.set({ kind: 'receiving', share: 0 })
  }

  function take(piece: ArrayBuffer): void {
    const now = incoming
    if (!now) return
    now.pieces.push(piece)
    now.got += piece.byteLength
    if (now.got < now.size) {
      state.set({ kind: 'receiving', share: now.got / now.size })
      return
    }
    incoming = null
    void finish(now)
  }

  async function finish({ id, size, pieces, got }: Incoming): Promise<void> {
    const picture = new Blob(pieces, { type: 'image/jpeg' })
    const good = got === size && isJpeg(pieces[0]) && (await draws(picture))
    say(good ? { got: id } : { no: id })
    state.set(good ? { kind: 'received', picture, at: Date.now() } : { kind: 'failed' })
    if (good) expected = false
  }

  channel.onmessage = ({ data }) => {
    const message = data instanceof ArrayBuffer ? null : readStillWords(data)
    if (data instanceof ArrayBuffer) take(data)
    else if (message === null) return
    else if ('size' in message) begin(message)
    else if ((message.got ?? message.no) === sentId) answered?.(message.got !== undefined)
  }
  channel.onclose = () => {
    answered?.(false)
    if (incoming) state.set({ kind: 'failed' })
    incoming = null
  }

  return {
    state,
    bearable: () => Math.min(LARGEST_STILL, Math.max(SMALLEST, (paceKbps() / 8) * 1000 * BEARABLE_SECONDS)),
    send,
    expect(next) {
      expected = next
      if (next && state.get().kind !== 'receiving') state.set({ kind: 'none' })
    },
    discard() {
      state.set({ kind: 'none' })
    },
  }
}

type StillWords =
  | { readonly id: number; readonly size: number }
  | { readonly got?: number | undefined; readonly no?: number | undefined }

/** What the far side says between pictures, or null: it is another person's browser, and may say anything. */
export function readStillWords(data: unknown): StillWords | null {
  if (typeof data !== 'string' || data.length > 200) return null
  let value: Record<string, unknown> | null
  try {
    value = JSON.parse(data)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { id, size, got, no } = value
  if (isCount(id) && isCount(size)) return { id, size }
  if (isCount(got)) return { got }
  return isCount(no) ? { no } : null
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0

function isJpeg(piece: ArrayBuffer | undefined): boolean {
  const head = new Uint8Array(piece ?? new ArrayBuffer(0), 0, Math.min(3, piece?.byteLength ?? 0))
  return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff
}

async function draws(picture: Blob): Promise<boolean> {
  try {
    const drawn = await createImageBitmap(picture)
    drawn.close()
    return true
  } catch {
    return false
  }
}

function opened(channel: RTCDataChannel): Promise<boolean> {
  if (channel.readyState !== 'connecting') return Promise.resolve(channel.readyState === 'open')
  return new Promise((resolve) => {
    const stop = setTimeout(() => resolve(false), PATIENCE_MS)
    const settle = (open: boolean) => {
      clearTimeout(stop)
      resolve(open)
    }
    channel.addEventListener('open', () => settle(true), { once: true })
    channel.addEventListener('close', () => settle(false), { once: true })
  })
}
