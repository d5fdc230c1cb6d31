// The drawing at the door: somebody on a screen, and a cup of tea. Says nothing that the words do not say.
import './drawing.scss'

export function DoorDrawing() {
  return (
    <svg class="drawing" viewBox="0 0 320 150" aria-hidden="true" focusable="false">
      <path class="drawing-floor" d="M22 132h276" />
      <rect class="drawing-paper" x="82" y="14" width="156" height="104" rx="12" />
      <path d="M136 132l6-14h36l6 14" class="drawing-paper" />
      <path class="drawing-tint" d="M120 116c2-22 16-34 40-34s38 12 40 34z" />
      <path d="M120 116c2-22 16-34 40-34s38 12 40 34" />
      <circle class="drawing-paper" cx="160" cy="54" r="21" />
      <path d="M140 50c2-14 11-20 21-20 11 0 19 7 20 19-8-1-14-4-18-9-5 6-13 10-23 10z" class="drawing-hair" />
      <path d="M152 56v.01M168 56v.01M153 64c4 4 10 4 14 0" />
      <path d="M147 84c-2 12 1 20 9 20M173 84c1 8 0 12-3 17" />
      <circle class="drawing-paper" cx="168" cy="105" r="4" />
      <rect class="drawing-tint" x="208" y="92" width="22" height="18" rx="4" />
      <circle cx="219" cy="98.5" r="3" />
      <path d="M213 108c1-4 3-6 6-6s5 2 6 6" />
      <path class="drawing-paper" d="M262 106h22v16a8 8 0 0 1-8 8h-6a8 8 0 0 1-8-8z" />
      <path d="M284 111h3a5 5 0 0 1 0 11h-3M268 98c-3-4 3-6 0-11M277 98c-3-4 3-6 0-11" />
      <path class="drawing-tint" d="M44 132l-4-22h26l-4 22z" />
      <path d="M53 110c0-16-4-26-14-30 0 12 4 20 14 22M53 100c0-14 5-24 15-27 0 12-4 20-15 23" />
    </svg>
  )
}
