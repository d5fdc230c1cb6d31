// What the clinic wrote last, where everybody looks first. The list further down says it aloud.
import { useEffect, useRef } from 'preact/hooks'
import { words as time } from '#text/time'
import { words } from '#text/waiting'
import { useStore } from '../../kit/store.ts'
import { MessageIcon } from '../../ui/icon/work.tsx'
import type { PatientVisitModel } from '../visit-model.ts'
import type { WaitingModel } from './waiting-model.ts'

export function NewestMessage({ visit, waiting }: { visit: PatientVisitModel; waiting: WaitingModel }) {
  const newest = useStore(visit.messages).findLast(({ from }) => from === 'clinic')
  const card = useRef<HTMLElement>(null)
  const id = newest?.id
  useEffect(() => {
    if (id === undefined || !card.current) return
    // Nothing is on a screen that is not looked at.
    const watcher = new IntersectionObserver((seen) => {
      if (!document.hidden && seen.some(({ isIntersecting }) => isIntersecting)) waiting.sawMessage(id)
    })
    const watch = () => {
      if (!card.current) return
      watcher.unobserve(card.current)
      watcher.observe(card.current)
    }
    watch()
    document.addEventListener('visibilitychange', watch)
    return () => {
      watcher.disconnect()
      document.removeEventListener('visibilitychange', watch)
    }
  }, [id, waiting])
  if (!newest) return null
  return (
    <section ref={card} class="newest-message" aria-label={words.messageNewest}>
      <MessageIcon />
      <div>
        <p class="message-who">{words.messageFrom(newest.authorName, time.clock(newest.at))}</p>
        <p class="message-text" dir="auto">
          {newest.text}
        </p>
      </div>
    </section>
  )
}
