// Keeps the screen awake while somebody waits or talks. Quiet where the browser cannot.

/** Returns the way out. The browser lets go whenever the page is hidden: it is asked again when the page is seen. */
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
