// One's own small picture: dragged, moved by arrow keys or by a button to one of four corners, or hidden. It says when
// what it shows is not what the other side gets.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { words } from '#text/call'
import type { LocalState } from '../../media/local.ts'
import { CameraOffIcon, EyeOffIcon, PictureInCornerIcon } from '../../ui/icon/equipment.tsx'
import { glide } from './glide.ts'
import { type Corner, cornerByKey, nearestCorner, nextCorner } from './self-view-place.ts'
import './self-view.scss'

export interface SelfViewProps {
  own: LocalState
  sent: 'full' | 'smaller' | 'paused-for-sound' | 'not-sent'
  shown: boolean
  onShow: (shown: boolean) => void
}

export function SelfView(props: SelfViewProps) {
  return props.shown ? <OwnPicture {...props} /> : <ShowAgain onShow={props.onShow} />
}

function ShowAgain({ onShow }: Pick<SelfViewProps, 'onShow'>) {
  const button = useRef<HTMLButtonElement>(null)
  // The button that hid the picture went with it: the keyboard goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus()
  }, [])
  return (
    <button ref={button} type="button" class="call-plain-button self-view-back" onClick={() => onShow(true)}>
      <PictureInCornerIcon size={20} />
      <span>{words.self.show}</span>
    </button>
  )
}

function OwnPicture({ own, sent, onShow }: SelfViewProps) {
  const box = useRef<HTMLDivElement>(null)
  const came = useRef<DOMRect | null>(null)
  const drag = useRef<{ x: number; y: number } | null>(null)
  const [corner, setCorner] = useState<Corner>('top-right')
  const [tools, setTools] = useState(false)

  const moveTo = (next: Corner) => {
    came.current = box.current?.getBoundingClientRect() ?? null
    setCorner(next)
  }
  useLayoutEffect(() => {
    if (box.current && came.current) glide(box.current, came.current)
    came.current = null
  }, [corner])

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return
    drag.current = { x: event.clientX, y: event.clientY }
    box.current?.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current
    if (from && box.current)
      box.current.style.transform = `translate(${event.clientX - from.x}px, ${event.clientY - from.y}px)`
  }
  const onPointerUp = (event: PointerEvent) => {
    const from = drag.current
    const element = box.current
    drag.current = null
    if (!from || !element) return
    const rect = element.getBoundingClientRect()
    const stage = element.parentElement?.getBoundingClientRect()
    came.current = rect
    element.style.transform = ''
    // A press that hardly moved asks for the tools, on screens without a pointer that hovers.
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < 8) setTools(!tools)
    if (!stage) return
    const x = (rect.left + rect.width / 2 - stage.left) / stage.width
    const y = (rect.top + rect.height / 2 - stage.top) / stage.height
    const next = nearestCorner(x, y)
    if (next === corner) glide(element, rect)
    setCorner(next)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes arrow keys is no fieldset.
    <div
      ref={box}
      class={`self-view self-view-${corner}${tools ? ' self-view-tools-shown' : ''}`}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move it.
      tabIndex={0}
      aria-label={`${words.self.label}. ${words.self.hint}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={(event) => {
        const next = cornerByKey(corner, event.key)
        if (!next) return
        event.preventDefault()
        moveTo(next)
      }}
    >
      <OwnVideo own={own} />
      <SentWords sent={sent} own={own} />
      <div class="self-view-tools">
        <button type="button" onClick={() => moveTo(nextCorner(corner))} title={words.self.moveLong}>
          {words.self.move}
        </button>
        <button type="button" onClick={() => onShow(false)} title={words.self.hideLong}>
          <EyeOffIcon size={20} />
          {words.self.hide}
        </button>
      </div>
    </div>
  )
}

function OwnVideo({ own }: { own: LocalState }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element || !own.video) return
    element.srcObject = new MediaStream([own.video])
    element.play().catch(() => {})
    return () => {
      element.srcObject = null
    }
  }, [own.video])
  if (!own.video)
    return (
      <p class="self-view-none">
        <CameraOffIcon size={20} />
        <span>{noneWords(own)}</span>
      </p>
    )
  // A mirror is what people expect of themselves; the back camera shows the world, which has writing in it.
  return (
    <video
      ref={video}
      class={own.facing === 'back' ? '' : 'self-view-mirror'}
      muted
      autoplay
      playsInline
      aria-label={words.self.label}
    />
  )
}

function noneWords(own: LocalState): string {
  if (own.camera === 'asking') return words.self.asking
  if (own.camera === 'lost') return words.self.lost
  return own.camera === 'off' ? words.self.cameraOff : words.self.noCamera
}

function SentWords({ sent, own }: { sent: SelfViewProps['sent']; own: LocalState }) {
  if (!own.video || sent === 'full') return null
  const text = { smaller: words.self.smaller, 'paused-for-sound': words.self.paused, 'not-sent': words.self.notSent }[
    sent
  ]
  return (
    <p class="self-view-sent" role="status">
      {text}
    </p>
  )
}
