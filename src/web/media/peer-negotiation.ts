// Agrees on the transport of one RTCPeerConnection with the other page: offers, answers and candidates, in order, whatever
// arrives whenever. It knows nothing of media, and never throws: a signal that makes no sense is dropped.
//
// Only the impolite side offers; the polite side asks for an offer (`rollback`). Offers can then not cross, which matters
// because Chromium stops showing a received picture after it has rolled back an offer of its own.
import type { PeerTicket, SignalPayload } from '#contract/call'

export interface Negotiation {
  /**
   * What is to be agreed on is laid out: it is offered at once, and not when the browser comes to ask for that. Resolves
   * when the offer is on its way; on the polite side, which waits for one, at once.
   */
  begin(): Promise<void>
  receive(payload: SignalPayload): void
  /** A fresh offer with new ICE credentials, in place of any that nobody answered; or the request for one. */
  offerAgain(): void
  /** True while an offer of ours is written or waits for its answer. */
  readonly unanswered: boolean
  close(): void
}

/** An offer without an answer is sent again: the other page may not have been there yet. */
const RESEND_MS = 1500
/** Both sides notice a lost path at the same time: one fresh offer serves both. None follows another sooner by itself. */
const SAME_CAUSE_MS = 1000
/** No honest page finds this many candidates before its description arrives. */
const MOST_EARLY_CANDIDATES = 64

export function negotiate(
  pc: RTCPeerConnection,
  { polite }: Pick<PeerTicket, 'polite'>,
  send: (payload: SignalPayload) => void,
  /** Runs when an offer has been taken, before it is answered: the moment to say what this side sends. */
  beforeAnswer: () => void,
): Negotiation {
  let closed = false
  let ignoring = false
  let offering = false
  let offeredAt = Number.NEGATIVE_INFINITY
  let early: RTCIceCandidateInit[] = []
  let queue: Promise<void> = Promise.resolve()
  let resend: ReturnType<typeof setTimeout> | null = null
  let needed: ReturnType<typeof setTimeout> | null = null

  const run = async (step: () => Promise<void>) => {
    if (closed) return
    // What the far side or the network made impossible is not an exception here: the next offer mends it.
    await step().catch(() => undefined)
  }
  const inOrder = (step: () => Promise<void>) => {
    queue = queue.then(() => run(step))
  }

  const sendOwn = (answers?: string) => {
    const own = pc.localDescription
    if (closed || !own) return
    const description = { type: own.type as 'offer' | 'answer', sdp: own.sdp }
    send({ description: answers === undefined ? description : { ...description, answers } })
  }

  const watchForAnswer = () => {
    if (resend !== null) clearTimeout(resend)
    resend = setTimeout(() => {
      if (closed || pc.signalingState !== 'have-local-offer') return
      sendOwn()
      watchForAnswer()
    }, RESEND_MS)
  }

  const offer = async (iceRestart: boolean) => {
    if (pc.signalingState !== 'stable' && pc.signalingState !== 'have-local-offer') return
    offeredAt = performance.now()
    offering = true
    try {
      // Setting an offer over one that is not answered replaces it, with nothing to roll back.
      await pc.setLocalDescription(iceRestart ? await pc.createOffer({ iceRestart }) : undefined)
    } finally {
      offering = false
    }
    sendOwn()
    watchForAnswer()
  }

  const askedToOffer = () => {
    if (!polite && performance.now() - offeredAt > SAME_CAUSE_MS) inOrder(() => offer(true))
  }

  /** Of an offer that was replaced the answer comes too late: its path is not the one that is looked for now. */
  const isAwaited = (answers: string | undefined) =>
    pc.signalingState === 'have-local-offer' &&
    (answers === undefined || answers === originOf(pc.localDescription?.sdp ?? ''))

  const takeDescription = async (description: { type: 'offer' | 'answer'; sdp: string; answers?: string }) => {
    if (description.type === 'answer' && !isAwaited(description.answers)) return
    ignoring = description.type === 'offer' && !polite && pc.signalingState !== 'stable'
    if (ignoring) return
    await pc.setRemoteDescription(description)
    for (const candidate of early.splice(0)) await add(candidate)
    if (description.type !== 'offer') return
    beforeAnswer()
    await pc.setLocalDescription()
    sendOwn(originOf(description.sdp))
  }

  const add = (candidate: RTCIceCandidateInit) => pc.addIceCandidate(candidate).catch(() => undefined)

  // A page whose answers never settle it would be offered to without end, and never come to look for a path.
  pc.onnegotiationneeded = () => {
    if (polite || needed !== null) return
    const wait = Math.max(0, offeredAt + SAME_CAUSE_MS - performance.now())
    if (wait === 0) return inOrder(() => offer(false))
    needed = setTimeout(() => {
      needed = null
      inOrder(() => offer(false))
    }, wait)
  }
  pc.onicecandidate = ({ candidate }) => {
    if (closed || !candidate?.candidate) return
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate
    send({ candidate: { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment } })
  }

  return {
    begin() {
      if (!polite) queue = run(() => offer(false))
      return queue
    },
    receive(payload) {
      const { description, candidate } = readSignal(payload)
      if (description?.type === 'rollback') askedToOffer()
      else if (description)
        inOrder(() => takeDescription({ ...description, type: description.type as 'offer' | 'answer' }))
      if (!candidate) return
      inOrder(async () => {
        if (ignoring) return
        if (pc.remoteDescription) await add(candidate)
        else if (early.length < MOST_EARLY_CANDIDATES) early.push(candidate)
      })
    },
    offerAgain() {
      if (polite) send({ description: { type: 'rollback', sdp: '' } })
      else inOrder(() => offer(true))
    },
    get unanswered() {
      return offering || pc.signalingState === 'have-local-offer'
    },
    close() {
      closed = true
      early = []
      for (const timer of [resend, needed]) if (timer !== null) clearTimeout(timer)
      pc.onnegotiationneeded = null
      pc.onicecandidate = null
    },
  }
}

/** What tells one offer of a page from its others; undefined where there is no such line. */
const originOf = (sdp: string): string | undefined => /^o=(.{1,256}?)\r?$/m.exec(sdp)?.[1]

interface Signal {
  readonly description?: {
    readonly type: 'offer' | 'answer' | 'rollback'
    readonly sdp: string
    readonly answers?: string
  }
  readonly candidate?: RTCIceCandidateInit
}

/** What a payload says, if it says anything that can be understood. Relayed unread by the server, so not to be trusted. */
function readSignal(payload: unknown): Signal {
  if (typeof payload !== 'object' || payload === null) return {}
  const { description, candidate } = payload as { description?: unknown; candidate?: unknown }
  if (typeof description === 'object' && description !== null) {
    const { type, sdp, answers } = description as { type?: unknown; sdp?: unknown; answers?: unknown }
    const known = type === 'offer' || type === 'answer' || type === 'rollback'
    if (!known || typeof sdp !== 'string') return {}
    return { description: typeof answers === 'string' ? { type, sdp, answers } : { type, sdp } }
  }
  if (typeof candidate !== 'object' || candidate === null) return {}
  const found = candidate as RTCIceCandidateInit
  return typeof found.candidate === 'string' ? { candidate: found } : {}
}
