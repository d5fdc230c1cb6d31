// The large picture and, over it, what is true of it at this moment in words. It shows one face at a time and decides
// none of them.
import type { ComponentChildren } from 'preact'
import { words } from '#text/call'
import { useTick } from '../../kit/use-tick.ts'
import { initialsOf } from '../person-facts.ts'
import { RemotePicture } from './remote-picture.tsx'
import { RemoteSound } from './remote-sound.tsx'
import { pictureSeen, type StageFace, stoppedFor } from './stage-model.ts'
import './stage.scss'

export interface StageProps {
  face: StageFace
  stream: MediaStream | null
  name: string
  fit: 'contain' | 'cover'
  speakerId: string | null
  theyAreMuted: boolean
  /** Nothing is to be heard on this page. */
  silent?: boolean
  /** What stands on the stage while on hold. */
  hold: ComponentChildren
  /** The ways out of a call that this browser cannot make. */
  impossible: ComponentChildren
  /** Things over the picture: own picture, chips. */
  children?: ComponentChildren
}

export function Stage(props: StageProps) {
  const { face, name } = props
  const awaited = face.kind === 'connecting' || face.kind === 'picture-coming'
  return (
    <section class="stage" aria-label={words.stage.label(name)}>
      <RemotePicture stream={props.stream} label={words.stage.label(name)} fit={props.fit} seen={pictureSeen(face)} />
      {/* Always there, so that what comes into it is said. */}
      <div class={awaited ? 'stage-words stage-words-under' : 'stage-words'} role="status">
        <FaceWords face={face} name={name} heard={!props.theyAreMuted} />
      </div>
      {(face.kind === 'on-hold' || face.kind === 'impossible') && (
        <div class="stage-words">
          {face.kind === 'on-hold' ? (
            <div class="stage-card stage-card-hold">{props.hold}</div>
          ) : (
            <div class="stage-card" role="alert">
              {props.impossible}
            </div>
          )}
        </div>
      )}
      {props.children}
      <RemoteSound
        stream={props.stream}
        name={name}
        speakerId={props.speakerId}
        silent={props.silent || face.kind === 'on-hold'}
      />
    </section>
  )
}

interface FaceWordsProps {
  face: StageFace
  name: string
  heard: boolean
}

function FaceWords({ face, name, heard }: FaceWordsProps) {
  switch (face.kind) {
    case 'showing':
    case 'on-hold':
    case 'impossible':
      return null
    case 'connecting':
      return <Card name={name} title={words.stage.connecting.title(name)} hint={words.stage.connecting.hint} working />
    case 'picture-coming':
      return <Card name={name} title={words.stage.coming.title(name)} hint={words.stage.coming.hint} working />
    case 'frozen':
      return (
        <div class="stage-strip">
          <Stopped at={face.stoppedAt} />
          <span>{words.stage.stoppedHint}</span>
        </div>
      )
    case 'paused-for-sound':
      return <Card title={words.stage.paused.title} hint={words.stage.paused.hint} />
    case 'camera-off':
      return (
        <Card name={name} title={words.stage.cameraOff.title(name)} hint={heard ? words.stage.cameraOff.hint : null} />
      )
    case 'sound-only':
      return <Card name={name} title={words.stage.soundOnly.title(name)} hint={words.stage.soundOnly.hint} />
    case 'reconnecting':
      return (
        <Card title={words.stage.reconnecting.title} hint={words.stage.reconnecting.hint} working>
          <Stopped at={face.stoppedAt} />
        </Card>
      )
  }
}

interface CardProps {
  /** Shows the initials of somebody who is not seen. */
  name?: string
  title: string
  hint: string | null
  /** Something is going on, said by words first. */
  working?: boolean
  children?: ComponentChildren
}

function Card({ name, title, hint, working, children }: CardProps) {
  return (
    <div class={name ? 'stage-card' : 'stage-card stage-card-over'}>
      {name && (
        <bdi class={working ? 'stage-initials stage-initials-working' : 'stage-initials'} aria-hidden="true">
          {initialsOf(name)}
        </bdi>
      )}
      <p class="stage-title">{title}</p>
      {hint && <p class="stage-hint">{hint}</p>}
      {children}
    </div>
  )
}

/** The age counts on for the eye; it is said once, not every second. */
function Stopped({ at }: { at: number | null }) {
  useTick(1000)
  if (at === null) return null
  return (
    <strong class="stage-age" aria-live="off">
      {words.stage.stopped(stoppedFor(at, Date.now()))}
    </strong>
  )
}
