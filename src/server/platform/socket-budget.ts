// How much one connection may send: messages and bytes, counted before anything is parsed. A connection that has sent
// nothing valid yet has a small budget. Beyond the budget messages are answered unread; a connection that goes on all the
// same is cut off.
import { Decoder, Encoder } from 'socket.io-parser'
import type { ProblemCode } from '#domain/problem'
import { DEEPEST } from './outside.ts'

/** A bucket: so much at once, then so much a second. `beyond`: how much over it is still answered. */
interface Size {
  readonly most: number
  readonly perSecond: number
  readonly beyond: number
}
interface Sizes {
  readonly messages: Size
  readonly bytes: Size
}

const KB = 1024
/** Opening, and a call taken up again before the first answer is there. */
export const STRANGER: Sizes = {
  messages: { most: 20, perSecond: 2, beyond: 60 },
  bytes: { most: 32 * KB, perSecond: 4 * KB, beyond: 128 * KB },
}
/** An ICE burst is about 30 messages; a session description 2 to 8 kB. */
export const KNOWN: Sizes = {
  messages: { most: 200, perSecond: 40, beyond: 1000 },
  bytes: { most: 512 * KB, perSecond: 64 * KB, beyond: 1024 * KB },
}
/** Packets of any kind, also those that never reach us (heartbeats): at once, and a second. */
export const PACKETS: Size = { most: 2000, perSecond: 200, beyond: 0 }

/** Takes from one bucket: what is left may go down to minus `beyond`, and no further. */
export function openBucket(size: Size, now: () => number = () => performance.now()) {
  let left = size.most
  let at = now()
  return {
    /** `refused`: beyond the budget; `cut`: far beyond it. */
    take(count: number): 'ok' | 'refused' | 'cut' {
      const time = now()
      left = Math.min(size.most, left + ((time - at) * size.perSecond) / 1000)
      at = time
      const ok = left >= count
      left = Math.max(-size.beyond, left - count)
      if (ok) return 'ok'
      return left <= -size.beyond ? 'cut' : 'refused'
    },
  }
}

/** Socket.IO's decoder, one for each connection, that counts before it reads. No page of ours sends anything but text. */
class CountingDecoder extends Decoder {
  private buckets = bucketsOf(STRANGER)
  private isKnown = false

  /** This connection has said something valid. */
  trust(): void {
    if (!this.isKnown) this.buckets = bucketsOf(KNOWN)
    this.isKnown = true
  }

  override add(packet: unknown): void {
    // Throwing ends the connection.
    if (typeof packet !== 'string') throw new Error('bytes')
    const verdicts = [this.buckets.messages.take(1), this.buckets.bytes.take(packet.length)]
    if (verdicts.includes('cut')) throw new Error('too much')
    if (verdicts.includes('refused')) this.leaveUnread(packet, 'request/too-many')
    // The list that a packet is counts for one.
    else if (isDeeperThan(DEEPEST + 1, packet)) this.leaveUnread(packet, 'request/invalid')
    else super.add(packet)
  }

  private leaveUnread(packet: string, code: ProblemCode): void {
    const [, id] = /^2(\d{1,15})\[/.exec(packet) ?? []
    if (id !== undefined) super.add(`2${id}["${UNREAD}","${code}"]`)
  }
}

/** The event in the place of a message that was not read: why, and the way to answer. A page that says it is answered so, too. */
export const UNREAD = 'unread'

/** Whether JSON `text` is nested more deeply than `levels`; nothing is made of it. */
export function isDeeperThan(levels: number, text: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (inText) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) inText = false
    } else if (sign === QUOTE) inText = true
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      depth += 1
      if (depth > levels) return true
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d]

const bucketsOf = ({ messages, bytes }: Sizes) => ({ messages: openBucket(messages), bytes: openBucket(bytes) })

export const countingParser = { Encoder, Decoder: CountingDecoder }

/** Gives the connection of `socket` the budget of those who belong here. */
export function trust(socket: { readonly client: unknown }): void {
  ;(socket.client as { decoder: CountingDecoder }).decoder.trust()
}
