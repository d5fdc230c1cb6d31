// Whose queue this is, the way to what concerns its areas, and, where whoever is free takes who has waited longest, the
// one press that takes them.
import { words as texts } from '#text/console'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { LinkIcon } from '../../../ui/icon/signs.tsx'
import type { ConsoleDesk } from '../console-model.ts'
import type { NextPatient } from '../next-patient.ts'

const words = texts.next

export interface QueueHeadProps {
  desk: ConsoleDesk
  /** Null while that stands beside the queue already. */
  onAbout: (() => void) | null
  next: NextPatient
  /** Null while the server is out of reach. */
  onTake: (() => void) | null
}

/** What is shown, in words: an area by its name, several by their number. */
export function headOf({ areas, shown }: ConsoleDesk): string {
  if (shown.length === 1) return shown[0]?.queue.name ?? ''
  return shown.length === areas.length ? texts.headAll : texts.headSome(shown.length)
}

export function QueueHead({ desk, onAbout, next, onTake }: QueueHeadProps) {
  const { areas, shown } = desk
  return (
    // Where areas are chosen from a button, on a narrow window, that says the name already.
    <header class={areas.length > 1 ? 'console-head console-head-said' : 'console-head'}>
      <div class="console-head-words">
        <h1>{headOf(desk)}</h1>
        {onAbout && (
          <Button kind="quiet" size="small" icon={<LinkIcon size={20} />} onPress={onAbout}>
            {shown.length === 1 ? texts.aboutArea : texts.aboutAreas}
          </Button>
        )}
      </div>
      {shown.every(({ queue }) => queue.limitedView) && <p class="soft">{texts.limitedView}</p>}
      {desk.next && <TakeNext next={desk.next} model={next} onTake={onTake} />}
    </header>
  )
}

interface TakeNextProps {
  next: NonNullable<ConsoleDesk['next']>
  model: NextPatient
  onTake: (() => void) | null
}

function TakeNext({ next, model, onTake }: TakeNextProps) {
  const taking = useStore(model.taking)
  return (
    <div class="take-next">
      <div class="take-next-words">
        <p class="small soft">{words.where(next.waiting)}</p>
        <p class="small take-next-said" role="status">
          {taking.kind === 'nobody' && words.nobody}
          {taking.kind === 'refused' && `${words.failed} ${problems[taking.refusal.code](taking.refusal.detail)}`}
        </p>
      </div>
      <Button size="small" busy={taking.kind === 'busy' && words.taking} onPress={onTake}>
        {words.take}
      </Button>
    </div>
  )
}
