// One's own calendar feed: making its address, what it shows, and taking it away.
import { useEffect, useRef, useState } from 'preact/hooks'
import { words } from '#text/calendar-feed'
import { words as dates } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../../kit/store.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Checkbox } from '../../../ui/choice/checkbox.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx'
import { Notice } from '../../../ui/notice/notice.tsx'
import { CopyButton } from '../../parts/copy-button.tsx'
import { LoadState } from '../../parts/load-state.tsx'
import type { CalendarFeedModel, CalendarFeedState } from '../calendar-feed-model.ts'

type Loaded = Extract<CalendarFeedState, { kind: 'loaded' }>

export function CalendarPart({ model }: { model: CalendarFeedModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  return (
    <section class="own-part" aria-labelledby="own-calendar-title">
      <h2 id="own-calendar-title">{words.title}</h2>
      <p>{words.lead}</p>
      <p>{words.names}</p>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' && <Feed model={model} state={state} />}
    </section>
  )
}

function Feed({ model, state }: { model: CalendarFeedModel; state: Loaded }) {
  const { feed, url, team, told } = state
  const doing = useStore(model.acting.request)
  const busy = doing.kind === 'busy'
  return (
    <>
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.notDone} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      {url && <Made key={url} url={url} />}
      {feed && !url && (
        <p>
          {words.since(dates.date(feed.madeAt))}{' '}
          {feed.readAt === null ? words.unread : words.read(dates.dayAndTime(feed.readAt))}
        </p>
      )}
      <Checkbox id="own-calendar-team" checked={team} onChange={(chosen) => void model.choose(chosen)}>
        {words.team}
      </Checkbox>
      {feed ? (
        <Acts model={model} busy={busy} />
      ) : (
        <p>
          <Button kind="secondary" busy={busy && words.making} onPress={() => void model.make()}>
            {words.make}
          </Button>
        </p>
      )}
      <p role="status" class="own-saved">
        {told === 'team' && words.teamSaved}
        {told === 'ended' && words.ended}
      </p>
      {feed && <p class="soft small">{words.ends}</p>}
    </>
  )
}

function Made({ url }: { url: string }) {
  const address = useRef<HTMLDivElement>(null)
  // What was pressed is gone: the focus goes to what came of it.
  useEffect(() => address.current?.focus(), [])
  return (
    <div ref={address} tabIndex={-1} class="own-calendar-made">
      <Notice kind="success" title={words.made} live="polite">
        <p>{words.madeText}</p>
        <div class="link-line">
          <code>{url}</code>
          <CopyButton text={url} label={words.copyLong} kind="primary">
            {words.copy}
          </CopyButton>
          <Button kind="secondary" size="small" href={url.replace(/^https?:/, 'webcal:')}>
            {words.open}
          </Button>
        </div>
        <Disclosure summary={words.how}>
          <dl>
            {words.ways.map(({ program, steps }) => (
              <div key={program}>
                <dt>{program}</dt>
                <dd>{steps}</dd>
              </div>
            ))}
          </dl>
          <p>{words.slow}</p>
        </Disclosure>
      </Notice>
    </div>
  )
}

function Acts({ model, busy }: { model: CalendarFeedModel; busy: boolean }) {
  const [asked, setAsked] = useState<'anew' | 'end' | null>(null)
  const close = () => setAsked(null)
  const sure = (work: () => Promise<void>) => () => {
    // Whoever has to prove who they are is asked over the page, not over a question.
    close()
    void work()
  }
  return (
    <div class="own-calendar-acts">
      <Button kind="secondary" size="small" busy={busy && words.making} onPress={() => setAsked('anew')}>
        {words.anew}
      </Button>
      <Button kind="quiet" size="small" class="button-harm" onPress={busy ? null : () => setAsked('end')}>
        {words.end}
      </Button>
      <Dialog
        open={asked !== null}
        title={asked === 'end' ? words.endSure : words.anewSure}
        onClose={close}
        actions={
          <>
            <Button kind="danger" onPress={sure(asked === 'end' ? model.end : model.make)}>
              {asked === 'end' ? words.end : words.anew}
            </Button>
            <Button kind="quiet" onPress={close}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{asked === 'end' ? words.endText : words.anewText}</p>
      </Dialog>
    </div>
  )
}
