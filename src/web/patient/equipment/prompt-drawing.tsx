// A small drawing of what the browser will show, so that its question is no surprise. Only a picture: it is hidden
// from assistive technology, which hears the words above it.
import { words } from '#text/equipment'
import type { BrowserKind } from '../../checks/browser-kind.ts'
import { CameraIcon, MicrophoneIcon } from '../../ui/icon/equipment.tsx'
import './prompt-drawing.scss'

export interface PromptDrawingProps {
  kind: BrowserKind
  camera: boolean
  microphone: boolean
  /** The address this page was opened at. */
  site: string
  /** The real one is on the screen now. */
  asking?: boolean
}

export function PromptDrawing({ kind, camera, microphone, site, asking = false }: PromptDrawingProps) {
  const apple = kind.device === 'iphone' || kind.device === 'ipad'
  const look = apple ? 'ios' : kind.device === 'android' ? 'android' : 'desktop'
  return (
    <div class={`prompt prompt-${look}`} aria-hidden="true">
      <p class="prompt-caption">{asking ? words.drawingAsking : words.drawing}</p>
      <div class="prompt-box">
        <p class="prompt-ask">{words.promptAsk(site)}</p>
        <ul>
          {camera && (
            <li>
              <CameraIcon size={20} /> {words.promptCamera}
            </li>
          )}
          {microphone && (
            <li>
              <MicrophoneIcon size={20} /> {words.promptMicrophone}
            </li>
          )}
        </ul>
        <p class="prompt-buttons">
          <span>{words.promptBlock}</span>
          <span class="prompt-allow">{words.promptAllow}</span>
        </p>
      </div>
    </div>
  )
}
