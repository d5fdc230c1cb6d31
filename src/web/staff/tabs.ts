// The other tabs of this browser: told that somebody is here, and that they have signed out. Never anything about anybody.

export type TabWord = 'active' | 'left'

export interface Tabs {
  tell(word: TabWord): void
  hear(listener: (word: TabWord) => void): void
}

/** Where tabs cannot talk, each is alone; the server still locks and signs out all of them. */
export function openTabs(): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, hear() {} }
  const channel = new BroadcastChannel('bedside.staff')
  return {
    tell: (word) => channel.postMessage(word),
    hear(listener) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (data === 'active' || data === 'left') listener(data)
      })
    },
  }
}
