// The other person's picture before the screen around it: building that screen takes a browser longer than the first
// frame takes to come, and would keep it from being shown.
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { RemotePicture } from './remote-picture.tsx'
import './stage.scss'

/** A picture that has not come by then is awaited on the whole screen, which says so in words (ms). */
const LONGEST_MS = 400

export interface PictureFirstProps {
  /** Null: there is nothing to wait for. */
  stream: MediaStream | null
  label: string
  children: () => ComponentChildren
}

export function PictureFirst({ stream, label, children }: PictureFirstProps) {
  const [first, setFirst] = useState(stream)
  useEffect(() => {
    const timer = setTimeout(() => setFirst(null), LONGEST_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!first) return <>{children()}</>
  return (
    <main class="call-dark picture-first">
      <h1 class="visually-hidden">{label}</h1>
      <RemotePicture stream={first} label={label} fit="contain" seen="clear" onFrame={() => setFirst(null)} />
    </main>
  )
}
