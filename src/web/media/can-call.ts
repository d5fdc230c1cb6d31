// Whether this browser makes connections between pages at all: settings, policies and extensions switch that off, and what
// they leave behind may only fail once it is asked.

/** Cheap: what a page can see of it without trying. */
export const offersCalls = (): boolean => typeof globalThis.RTCPeerConnection === 'function'

/** Tried once for a page: only a reload changes it. */
export function canCall(): boolean {
  known ??= tries()
  return known
}

let known: boolean | null = null

function tries(): boolean {
  if (!offersCalls()) return false
  try {
    new RTCPeerConnection().close()
    return true
  } catch {
    return false
  }
}
