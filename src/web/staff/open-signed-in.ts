// Opens what belongs to a signed-in person with the browser's own camera, sounds, storage and connection. The one place
// where these are chosen.
import type { Me } from '#contract/people'
import { words } from '#text/staff'
import { MOST_MB, measureConnection } from '../checks/connection.ts'
import { serverNow } from '../checks/connection-net.ts'
import { runEquipmentCheck } from '../checks/equipment-run.ts'
import { browserWorld } from '../checks/equipment-world.ts'
import { machineClock } from '../kit/clock.ts'
import { newId } from '../kit/ids.ts'
import { later } from '../kit/later.ts'
import { playChime } from '../media/chime.ts'
import { createLocalMedia } from '../media/devices.ts'
import { watchLevel } from '../media/level.ts'
import { openPeer, warmPeer } from '../media/peer.ts'
import type { call } from '../net/api.ts'
import { connect } from '../net/socket.ts'
import { createNoteKeeper } from './call/note/note-kept.ts'
import { createNoteServer } from './call/note/note-server.ts'
import { openDesktopNotifications } from './desktop-notification.ts'
import { createGate } from './gate.ts'
import { openKeptText } from './kept-text.ts'
import { openNote } from './notes/open-note.ts'
import { browserPasskeys } from './passkeys.ts'
import { openPreferences } from './preferences.ts'
import type { Router } from './router.ts'
import type { SessionModel } from './session-model.ts'
import { createSignedIn, type SignedIn } from './signed-in.ts'

/** The page itself is drawn by then. */
const WARM_AFTER_MS = 1000

export function openSignedIn(me: Me, session: SessionModel, router: Router, apiCall: typeof call): SignedIn {
  setTimeout(warmPeer, WARM_AFTER_MS)
  const local = createLocalMedia()
  const gate = createGate(apiCall, me.personId, session.wasLocked, () => void session.check())
  const kept = openKeptText(sessionStorage, me.personId)
  return createSignedIn(me, {
    connect: (onOpen) => connect({ as: 'staff', personId: me.personId }, onOpen),
    apiCall: gate.apiCall,
    gate,
    kept,
    passkeys: browserPasskeys,
    hostHere: location.hostname,
    clock: machineClock,
    newId,
    openEngine: openPeer,
    local,
    openNote: (noteId, events) =>
      openNote(noteId, {
        apiCall: gate.apiCall,
        server: createNoteServer(noteId, gate.apiCall),
        keeper: createNoteKeeper(noteId, kept),
        later,
        ...events,
      }),
    chime: () => void playChime(local.state.get().speakerId, 'arrival'),
    watchLevel,
    openRun: (parts) =>
      runEquipmentCheck(browserWorld(local, serverNow), { ...parts, connection: measureConnection() }),
    mostMB: MOST_MB,
    later: (run, ms) => void setTimeout(run, ms),
    notifications: openDesktopNotifications(),
    notificationWords: (areaName) => ({
      title: words.alerts.notificationTitle,
      body: words.alerts.notificationBody(areaName),
    }),
    preferences: openPreferences(localStorage),
    router,
    checkSession: () => void session.check(),
    onSignedOut: session.lost,
    onLocked: session.wasLocked,
  })
}
