// Keeps the screen awake while somebody waits or talks. Quiet where the browser cannot.

/** Returns what lets the screen sleep again. The browser drops the lock whenever the page is hidden, so it is requested again when the page is visible. */
export function keepAwake(): () => void {
  let over = false
  let lock: WakeLockSentinel | null = null
  const ask = async () => {
    if (over || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    try {
      const got = await navigator.wakeLock?.request('screen')
      if (over) await got?.release()
      else lock = got ?? null
    } catch {
      // A nearly empty battery refuses: the next time the page is seen asks again.
    }
  }
  const onSeen = () => void ask()
  document.addEventListener('visibilitychange', onSeen)
  void ask()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', onSeen)
    lock?.release().catch(() => undefined)
  }
}
