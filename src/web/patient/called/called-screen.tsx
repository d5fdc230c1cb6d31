// It is their turn: who is ready, what comes on when they join, and one large button.
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { words } from '#text/called'
import { later } from '../../kit/later.ts'
import { useStore } from '../../kit/store.ts'
import { useTick } from '../../kit/use-tick.ts'
import { Button } from '../../ui/button/button.tsx'
import { BellIcon } from '../../ui/icon/equipment.tsx'
import { Title } from '../../ui/title/title.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import type { WaitingModel } from '../waiting/waiting-model.ts'
import { createCalled } from './called-model.ts'
import './called-screen.scss'

export interface CalledScreenProps {
  visit: PatientVisitModel
  waiting: WaitingModel
  /** The person pressed: what comes next does not come by itself. */
  onPress: () => void
  /** The questions that leaving and the phone ask. */
  children: ComponentChildren
}

export function CalledScreen({ visit, waiting, onPress, children }: CalledScreenProps) {
  const view = useStore(visit.view)
  const { camera } = useStore(visit.local.state)
  const model = useMemo(() => {
    // A question of the screen before is none of this one.
    waiting.ask('none')
    return createCalled(visit, later)
  }, [visit, waiting])
  useEffect(() => model.close, [model])
  const { question } = useStore(waiting.state)
  useEffect(() => {
    if (question !== 'none') model.pause()
  }, [model, question])
  const { joining, joinsAt } = useStore(model.state)
  useTick(250)
  const { state } = view
  if (state.status !== 'being-seen') return null
  const left = joinsAt === null ? null : Math.max(0, Math.ceil((joinsAt - visit.serverNow()) / 1000))
  return (
    <div class="stack called">
      <p class="called-bell" aria-hidden="true">
        <BellIcon size={48} />
      </p>
      <Title tab={words.tab}>{words.title(state.practitionerName, state.practitionerTitle)}</Title>
      <p class="called-camera">{camera === 'on' ? words.cameraOn : words.cameraOff}</p>
      <div class="called-join">
        <Button
          size="large"
          busy={joining && words.joining}
          onPress={() => {
            onPress()
            model.join()
          }}
        >
          {words.join}
        </Button>
      </div>
      {/* Said once with the rest: a count that is read out each second would drown everything else. */}
      <p class="soft">{left !== null ? words.byItself(left) : joining ? '' : words.press}</p>
      <p role="status">{view.cannotTalk && words.silent}</p>
      <p class="called-ways">
        {!view.cannotTalk && (
          <Button
            kind="quiet"
            onPress={() => {
              model.pause()
              visit.setCannotTalk(true)
            }}
          >
            {words.cannotTalk}
          </Button>
        )}
        <Button kind="quiet" onPress={() => waiting.ask('phone-me')}>
          {words.phoneMe}
        </Button>
        <Button kind="quiet" onPress={() => waiting.ask('leave')}>
          {words.leave}
        </Button>
      </p>
      {children}
    </div>
  )
}
