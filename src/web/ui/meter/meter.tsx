// How loud it is: bars that light up with a voice. Drawn outside of rendering, many times a second.
import { useEffect, useRef } from 'preact/hooks'
import type { Readable } from '../../kit/store.ts'
import './meter.scss'

export interface MeterProps {
  label: string
  /** 0 silent to 1 loud. */
  level: Readable<number>
}

const BARS = Array.from({ length: 16 }, (_, index) => index)

export function Meter({ label, level }: MeterProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const draw = (value: number) => {
      const lit = Math.round(Math.min(1, Math.max(0, value)) * BARS.length)
      const bars = element.current?.children ?? []
      for (let index = 0; index < bars.length; index++) bars[index]?.classList.toggle('meter-lit', index < lit)
    }
    draw(level.get())
    return level.subscribe(draw)
  }, [level])
  // An image, not role="meter": a value that changes many times a second must not be read aloud.
  return (
    <div ref={element} class="meter" role="img" aria-label={label}>
      {BARS.map((bar) => (
        <span key={bar} class="meter-bar" />
      ))}
    </div>
  )
}
