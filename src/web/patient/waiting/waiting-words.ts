// Which sentence fits how things stand while waiting. Pure.
import type { PatientView } from '#contract/visit'
import { joinsByItself } from '#domain/called'
import { words as time } from '#text/time'
import { words } from '#text/waiting'
import type { DeviceState } from '../../media/local.ts'

interface Devices {
  readonly camera: DeviceState
  readonly microphone: DeviceState
}

export interface EquipmentLine {
  readonly tone: 'good' | 'plain' | 'trouble'
  readonly text: string
  /** Pressing mends it: everything is opened again. */
  readonly mend: boolean
}

const BROKEN: readonly DeviceState[] = ['refused', 'none', 'busy', 'unsupported', 'lost']
/** What may be well a moment later; a device that is absent or refused was told of in the check already. */
const STOPPED: readonly DeviceState[] = ['lost', 'busy']

export function equipmentLine({ camera, microphone }: Devices): EquipmentLine {
  const stopped = STOPPED.includes(camera) || STOPPED.includes(microphone)
  if (stopped) {
    const both = STOPPED.includes(camera) && STOPPED.includes(microphone)
    const text = both ? words.bothTrouble : STOPPED.includes(camera) ? words.cameraTrouble : words.microphoneTrouble
    return { tone: 'trouble', text, mend: true }
  }
  if (camera === 'not-asked' && microphone === 'not-asked')
    return { tone: 'trouble', text: words.worksNothing, mend: true }
  if (BROKEN.includes(microphone)) return { tone: 'trouble', text: words.noSound, mend: true }
  if (microphone === 'on')
    return camera === 'on'
      ? { tone: 'good', text: words.works, mend: false }
      : { tone: 'good', text: words.worksSoundOnly, mend: false }
  return { tone: 'plain', text: camera === 'on' ? words.worksMuted : words.worksNothing, mend: false }
}

type Waiting = Extract<PatientView['state'], { status: 'waiting' }>

/** What may honestly be said of how long it takes; `overdue`: they have waited longer than they were told. */
export function delayLine(delay: Waiting['delay'], overdue: boolean): string {
  if (overdue) return words.delayOver
  switch (delay.kind) {
    case 'said':
      return words.delaySaid(time.minutes(delay.minutes))
    case 'measured':
      return words.delayMeasured(time.minutes(delay.minutes))
    case 'unknown':
      return words.delayUnknown
  }
}

type Told = Pick<PatientView, 'phoneMe' | 'cannotTalk' | 'recall'>

/** What they must do: nothing, or a press once they are called. */
export function firstLine({ phoneMe, cannotTalk, recall, area }: Told & Pick<PatientView, 'area'>): string {
  if (phoneMe) return words.firstPhone
  if (recall?.toldAt === null) return words.firstRecall
  return joinsByItself({ cannotTalk }, area.waiting) ? words.firstItself : words.firstPress
}

export function meanwhileLines({ phoneMe, cannotTalk, recall }: Told): readonly string[] {
  if (phoneMe) return words.meanwhilePhone
  if (recall) return words.meanwhileRecall
  return cannotTalk ? words.meanwhileSilent : words.meanwhile
}
