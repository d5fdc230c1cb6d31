// What concerns a whole waiting area: its link, a message to everyone, a notice of delay, suspending and opening again.
import { useState } from 'preact/hooks'
import { LONGEST_MESSAGE } from '#domain/message'
import { isBlank } from '#domain/typed-text'
import { words as texts } from '#text/console'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { SendIcon } from '../../../ui/icon/work.tsx'
import { TextArea } from '../../../ui/text-area/text-area.tsx'
import { TextField } from '../../../ui/text-field/text-field.tsx'
import { LinkLine } from '../../parts/link-line.tsx'
import { PatientWindow } from '../../parts/patient-window.tsx'
import { type AreaActions, readDelay, USUAL_DELAYS } from '../area-actions.ts'
import type { ConsoleArea } from '../console-area.ts'
import { SuspendDialog } from './suspend-dialog.tsx'

const words = texts.area

export interface AreaPanelProps {
  area: ConsoleArea
  actions: AreaActions
  reachable: boolean
}

export function AreaPanel({ area: { queue, summary }, actions, reachable }: AreaPanelProps) {
  const [suspending, setSuspending] = useState(false)
  return (
    <div class="area-panel">
      <section>
        <h2>{words.link}</h2>
        <p class="soft small">{words.linkHint}</p>
        <LinkLine slug={queue.slug} />
        <div class="area-action">
          <PatientWindow slug={queue.slug} kind="quiet" size="small">
            {words.openPatient}
          </PatientWindow>
        </div>
      </section>
      <Announce actions={actions} waiting={summary.waiting} reachable={reachable} />
      <Late actions={actions} minutes={queue.lateMinutes} reachable={reachable} />
      {!queue.suspended && (
        <section>
          <h2>{words.suspend}</h2>
          <p class="soft small">{words.suspendHint}</p>
          <div class="area-action">
            <Button kind="secondary" size="small" onPress={reachable ? () => setSuspending(true) : null}>
              {words.suspend}
            </Button>
          </div>
        </section>
      )}
      {suspending && <SuspendDialog name={queue.name} actions={actions} onClose={() => setSuspending(false)} />}
    </div>
  )
}

function Announce({ actions, waiting, reachable }: { actions: AreaActions; waiting: number; reachable: boolean }) {
  const text = useStore(actions.announcement.text)
  const doing = useStore(actions.announcement.request)
  const sentTo = useStore(actions.announcedTo)
  const sendable = reachable && waiting > 0 && !isBlank(text) && actions.announcement.left() >= 0
  return (
    <section>
      <TextArea
        id="announcement"
        label={words.announce}
        hint={words.announceHint(waiting)}
        rows={2}
        limit={LONGEST_MESSAGE}
        value={text}
        error={
          doing.kind === 'refused'
            ? `${texts.person.notSent} ${problems[doing.refusal.code](doing.refusal.detail)}`
            : null
        }
        onInput={actions.announcement.text.set}
      />
      <div class="area-buttons">
        <Button
          kind="secondary"
          size="small"
          icon={<SendIcon size={20} />}
          busy={doing.kind === 'busy' && texts.person.sending}
          onPress={sendable ? () => void actions.announce() : null}
        >
          {words.announceSend}
        </Button>
        <span class="small soft" role="status">
          {doing.kind === 'done' && sentTo !== null && words.announced(sentTo)}
        </span>
      </div>
    </section>
  )
}

function Late({ actions, minutes, reachable }: { actions: AreaActions; minutes: number | null; reachable: boolean }) {
  const doing = useStore(actions.lateness.request)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const busy = doing.kind === 'busy'
  const set = (value: number | null) => {
    setWrong(false)
    void actions.setLate(value).then((done) => {
      if (done) setTyped('')
    })
  }
  const allowed = reachable && !busy
  const submit = () => {
    const value = readDelay(typed)
    if (value === null) setWrong(true)
    else set(value)
  }
  return (
    <section>
      <h2>{words.late}</h2>
      <p class="soft small">{words.lateHint}</p>
      <div class="late-chips">
        {USUAL_DELAYS.map((usual) => (
          <Button
            key={usual}
            kind="secondary"
            size="small"
            pressed={minutes === usual}
            onPress={allowed ? () => set(minutes === usual ? null : usual) : null}
          >
            {words.lateChip(usual)}
          </Button>
        ))}
      </div>
      <form
        class="late-other"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          id="late-minutes"
          label={words.lateMinutes}
          width="short"
          inputMode="numeric"
          maxLength={3}
          value={typed}
          error={wrong ? words.lateWrong : null}
          onInput={setTyped}
        />
        <Button kind="secondary" size="small" onPress={allowed && typed.trim() ? submit : null}>
          {words.lateSet}
        </Button>
      </form>
      <p class="small" role="status">
        {busy && words.saving}
        {doing.kind === 'refused' && `${words.failed}. ${problems[doing.refusal.code](doing.refusal.detail)}`}
      </p>
    </section>
  )
}
