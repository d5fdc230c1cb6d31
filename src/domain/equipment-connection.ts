// Judges a measured connection by the guide's figures: green by 2 Mbps (3 for more than two people) and 100 ms, amber down
// to the floor for video, sound first below it. A long round trip alone is never more than "ok".
import { mbpsFor, weakerWay } from './advice-situation.ts'
import { GUIDE_ROUND_TRIP_MS } from './call.ts'
import type { ConnectionFinding } from './equipment.ts'
import type { About } from './equipment-judged.ts'
import { type Found, judged } from './equipment-judged.ts'
import { GROUP_FROM, LOSS_PERCENT, VIDEO_FLOOR_MBPS } from './equipment-thresholds.ts'

export function judgeConnection(found: Found, about: About) {
  const known = found?.connection
  if (!known || known.state === 'skipped') return judged('unknown', 'run-check', ['R29'])
  if (known.state === 'offline') return judged('not-suitable', 'check-internet', ['R23'], 'phone')
  if (known.state === 'captive-portal') return judged('not-suitable', 'sign-in-to-wifi', ['R23'], 'phone')
  const mbps = weakerWay(known.upMbps, known.downMbps)
  // What broke off may still have measured both ways.
  if (known.upMbps === null || known.downMbps === null || mbps === null)
    return judged('unknown', known.state === 'interrupted' ? 'check-again' : 'run-check', ['R29'])
  return judgeFigures(mbps, known, found, about)
}

function judgeFigures(mbps: number, known: ConnectionFinding, found: Found, { participants }: About) {
  const speed = participants >= GROUP_FROM ? 'R25' : 'R24'
  const saving = found?.device?.dataSaver === true
  const faster = saving ? 'data-saver-off' : 'move-nearer-wifi'
  if (mbps < VIDEO_FLOOR_MBPS) return judged('not-suitable', faster, [speed, 'R28'], 'sound-first')
  if (mbps < mbpsFor(participants)) return judged('poor', faster, [speed, 'R28'])
  if ((known.lossPercent ?? 0) > LOSS_PERCENT) return judged('poor', 'move-nearer-wifi', ['R23'])
  if (known.open && !known.open.includes('udp')) return judged('poor', 'leave-vpn', ['R4'])
  const quick = known.roundTripMs === null || known.roundTripMs < GUIDE_ROUND_TRIP_MS
  return judged(quick ? 'good' : 'ok', null, [speed, 'R26'])
}
