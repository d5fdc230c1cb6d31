// Watches whether the path between the two browsers stands, and asks for an ICE restart when it does not. It prefers the
// path it has: a network that comes back usually carries it again before a new one could be found.
export interface PathWatch {
  /** Something of the far side came through: the path carries. */
  heard(at: number): void
  /** When something came last; null before anything did. */
  readonly lastHeard: number | null
  /** Judges the path now. `expectMs`: so long a silence is still normal. */
  tick(at: number, expectMs: number): void
  readonly link: 'preparing' | 'ready' | 'reconnecting'
  /** Asked from outside: the server or the network came back. */
  restart(at: number): void
  close(): void
}

/** How long the browser may call the path disconnected before a new one is looked for. */
const LOST_MS = 1000
/** A restart that brought nothing is tried again after this. */
const RETRY_MS = 3000
/** A path that was agreed on and has not come about by then is looked for anew. */
const FIRST_PATH_MS = 6000
/** What was heard within this time needs no mending. */
const FRESH_MS = 1200

export function watchPath(
  pc: RTCPeerConnection,
  negotiation: { offerAgain(): void; readonly unanswered: boolean },
  onChange: () => void,
): PathWatch {
  let everConnected = false
  let lastHeard = Number.NEGATIVE_INFINITY
  let lostSince: number | null = null
  let agreedSince: number | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  let link: PathWatch['link'] = 'preparing'

  const retry = (at: number) => {
    triedAt = at
    negotiation.offerAgain()
  }
  const restart = (at: number) => {
    // The first offer is on its way, and is sent again until it is answered.
    if (!everConnected && negotiation.unanswered) return
    const carries = at - lastHeard < FRESH_MS && !negotiation.unanswered
    if (pc.connectionState !== 'closed' && !carries) retry(at)
  }
  const awaitFirst = (at: number) => {
    const agreed = pc.remoteDescription !== null && !negotiation.unanswered
    if (!agreed) agreedSince = null
    else agreedSince ??= at
    if (agreedSince === null || at - Math.max(agreedSince, triedAt) < FIRST_PATH_MS) return
    retry(at)
  }
  const judge = (at: number, expectMs: number) => {
    const ice = pc.iceConnectionState
    if (ice === 'connected' || ice === 'completed') everConnected = true
    if (!everConnected) return awaitFirst(at)
    const silent = at - lastHeard > expectMs
    const down = ice === 'failed' || ice === 'disconnected' || ice === 'closed'
    const lost = silent && (down || at - lastHeard > expectMs * 1.5)
    if (lost) lostSince ??= at
    else lostSince = null
    const before = link
    link = lost ? 'reconnecting' : 'ready'
    const due = ice === 'failed' || (lostSince !== null && at - lostSince >= LOST_MS)
    if (lost && due && at - triedAt >= RETRY_MS) retry(at)
    if (link !== before) onChange()
  }

  const onIce = () => {
    const at = performance.now()
    if (pc.iceConnectionState === 'connected' || pc.iceConnectionState === 'completed') lastHeard = at
    // A browser that says disconnected has waited longer than our own patience.
    judge(at, FRESH_MS)
  }
  const onOnline = () => restart(performance.now())
  const onVisible = () => {
    if (document.visibilityState === 'visible' && link === 'reconnecting') restart(performance.now())
  }
  pc.addEventListener('iceconnectionstatechange', onIce)
  window.addEventListener('online', onOnline)
  document.addEventListener('visibilitychange', onVisible)

  return {
    heard(at) {
      lastHeard = at
    },
    get lastHeard() {
      return Number.isFinite(lastHeard) ? lastHeard : null
    },
    tick: judge,
    get link() {
      return link
    },
    restart,
    close() {
      pc.removeEventListener('iceconnectionstatechange', onIce)
      window.removeEventListener('online', onOnline)
      document.removeEventListener('visibilitychange', onVisible)
    },
  }
}
