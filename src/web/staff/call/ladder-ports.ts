// What the ladder of a failing call does on the practitioner's side: the own camera, and a line in the note of what failed.
import { words } from '#text/practitioner-call'
import type { LadderPorts } from '../../call/ladder.ts'
import type { PractitionerCallModel } from './practitioner-state.ts'

export function ladderPorts({
  local,
  beside,
  serverNow,
  view,
}: Pick<PractitionerCallModel, 'local' | 'beside' | 'serverNow' | 'view'>): LadderPorts {
  return {
    cameraOff() {
      const isOn = local.state.get().camera === 'on'
      if (isOn) void local.setCameraOn(false)
      return isOn
    },
    cameraOn() {
      // Not once they are phoned.
      if (view.get()?.medium === 'video') void local.setCameraOn(true)
    },
    failed: () => beside.writeLine(words.ladder.noteFailed(words.time(serverNow()))),
    cameBack: () => beside.writeLine(words.ladder.noteBack(words.time(serverNow()))),
  }
}
