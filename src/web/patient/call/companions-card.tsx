// Who is with the patient, as the practitioner wrote it down: the patient reads it and says whether it is right.
import { useState } from 'preact/hooks'
import type { Companion, CompanionsAnswer } from '#contract/consultation'
import { words } from '#text/companions'
import { typed } from '../../text/typed.ts'
import { Button } from '../../ui/button/button.tsx'
import { PeopleIcon } from '../../ui/icon/work.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import './camera-request-card.scss'
import './companions-card.scss'

export interface CompanionsCardProps {
  companions: readonly Companion[]
  name: string
  /** Rejects where it did not get there. */
  answer: (answer: CompanionsAnswer) => Promise<void>
}

export function CompanionsCard({ companions, name, answer }: CompanionsCardProps) {
  const [doing, setDoing] = useState<'idle' | 'sending' | 'failed'>('idle')
  const press = (said: CompanionsAnswer) => {
    if (doing === 'sending') return
    setDoing('sending')
    // What was sent is over once the page is told that it was stored.
    answer(said).catch(() => setDoing('failed'))
  }
  return (
    <div class="ask-place">
      <section class="camera-request-card" aria-label={words.title}>
        <span class="camera-request-pictogram">
          <PeopleIcon size={48} />
        </span>
        <div class="ask-words">
          <p class="ask-who">{words.wrote(name)}</p>
          <h2>{words.title}</h2>
          <ul class="companions-card-list">
            {companions.map((one, index) => (
              <li key={index}>{one.onCamera ? typed(one.name) : words.offCamera(one.name)}</li>
            ))}
          </ul>
          {doing === 'failed' && (
            <Notice kind="warning" live="assertive">
              <p>{words.failed}</p>
            </Notice>
          )}
        </div>
        <div class="ask-answers">
          <Button size="large" busy={doing === 'sending' && words.sending} onPress={() => press('agreed')}>
            {words.yes}
          </Button>
          <Button kind="secondary" size="large" onPress={() => press('not-right')}>
            {words.no}
          </Button>
        </div>
      </section>
    </div>
  )
}
