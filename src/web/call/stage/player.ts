// One silent video element for each remote stream, made and playing before anybody looks at it: making a player takes a
// browser longer than showing its next frame. It waits out of sight and is moved to where it is seen.
const players = new WeakMap<MediaStream, HTMLVideoElement>()
const owners = new WeakMap<HTMLVideoElement, object>()

function makePlayer(stream: MediaStream): HTMLVideoElement {
  const player = document.createElement('video')
  player.muted = true
  player.autoplay = true
  player.playsInline = true
  player.srcObject = stream
  players.set(stream, player)
  return player
}

function park(player: HTMLVideoElement): void {
  player.className = 'parked-player'
  player.removeAttribute('style')
  player.removeAttribute('aria-label')
  player.setAttribute('aria-hidden', 'true')
  document.body.append(player)
  player.play().catch(() => {})
}

/** Puts the stream's player into `place`; what is returned gives it up again. Whoever asks last has it. */
export function takePlayer(stream: MediaStream, place: HTMLElement): { player: HTMLVideoElement; release(): void } {
  const player = players.get(stream) ?? makePlayer(stream)
  const owner = {}
  owners.set(player, owner)
  player.removeAttribute('aria-hidden')
  place.append(player)
  // A browser may pause it when it moves or in the background; the next track starts it again.
  player.play().catch(() => {})
  return { player, release: () => letGo(stream, player, owner) }
}

/** Makes the stream's player ready, out of sight, until the returned function is called or somebody takes it. */
export function warmPlayer(stream: MediaStream): () => void {
  const player = players.get(stream) ?? makePlayer(stream)
  const owner = {}
  owners.set(player, owner)
  if (!player.isConnected) park(player)
  return () => letGo(stream, player, owner)
}

function letGo(stream: MediaStream, player: HTMLVideoElement, owner: object): void {
  if (owners.get(player) !== owner) return
  park(player)
  // The next screen takes it in the same breath; if none does, nothing is left behind.
  setTimeout(() => {
    if (owners.get(player) !== owner) return
    players.delete(stream)
    player.srcObject = null
    player.remove()
  }, 1000)
}
