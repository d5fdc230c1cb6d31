// How the large picture fills its place, and full screen: on the stage of a wide window, in a menu on a phone.
import { words } from '#text/call'
import { FullScreenIcon, LeaveFullScreenIcon } from '../../ui/icon/equipment.tsx'
import { FitIcon } from './fit-icon.tsx'
import type { FullScreen } from './full-screen.ts'

export type Fit = 'contain' | 'cover'

export interface ViewButtonsProps {
  fit: Fit
  onFit: (fit: Fit) => void
  fullScreen: FullScreen | null
  /** On the dark ground of the call, or like any button of a page. */
  look: 'call' | 'button'
}

export function ViewButtons({ fit, onFit, fullScreen, look }: ViewButtonsProps) {
  const style = look === 'call' ? 'call-plain-button' : 'button button-secondary button-normal'
  return (
    <>
      <button type="button" class={style} onClick={() => onFit(fit === 'cover' ? 'contain' : 'cover')}>
        <FitIcon fit={fit} />
        <span>{fit === 'cover' ? words.stage.showAll : words.stage.fill}</span>
      </button>
      {fullScreen && (
        <button type="button" class={style} onClick={fullScreen.toggle}>
          {fullScreen.on ? <LeaveFullScreenIcon size={20} /> : <FullScreenIcon size={20} />}
          <span>{fullScreen.on ? words.stage.leaveFullScreen : words.stage.fullScreen}</span>
        </button>
      )}
    </>
  )
}
