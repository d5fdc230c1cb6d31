// The outbox: every message that goes out, or would, as its receiver's phone shows it, with its link to follow where nothing
// is sent.
import { useEffect } from 'preact/hooks'
import type { OutboxMessage, OutboxView } from '#contract/outbox'
import { words } from '#text/outbox'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { DrawnPhone } from '../../ui/drawn-phone/drawn-phone.tsx'
import { ChevronDownIcon, ClockIcon, InfoIcon, ProblemIcon, RefreshIcon, TickIcon } from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { type OutboxModel, type Piece, paragraphsOf } from './outbox-model.ts'
import './outbox.scss'

export function Outbox({ model }: { model: OutboxModel }) {
  const state = useStore(model.state)
  const open = useStore(model.open)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page outbox">
      <div class="outbox-head">
        <h1>{words.title}</h1>
        <Button kind="quiet" size="small" icon={<RefreshIcon size={20} />} onPress={() => void model.load()}>
          {words.look}
        </Button>
      </div>
      {state.kind === 'loading' && <Spinner words={words.loading} large />}
      {state.kind === 'refused' && (
        <Notice kind="error" title={words.failed} live="assertive">
          <p>{problems[state.refusal.code](state.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && (
        <>
          <p class="soft outbox-lead">{leadOf(state.view)}</p>
          {state.view.messages.length === 0 && (
            <div class="outbox-empty stack-s">
              <h2>{words.emptyTitle}</h2>
              <p>{words.emptyText}</p>
            </div>
          )}
          <ul class="outbox-messages">
            {state.view.messages.map((message) => (
              <li key={message.id}>
                <Message model={model} message={message} open={message.id === open} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function leadOf({ sends }: OutboxView): string {
  if (sends.email && sends.sms) return words.leadSends
  return sends.email ? words.leadEmails : sends.sms ? words.leadTexts : words.leadKept
}

interface MessageProps {
  model: OutboxModel
  message: OutboxMessage
}

function Message({ model, message, open }: MessageProps & { open: boolean }) {
  return (
    <article class={open ? 'outbox-message outbox-message-open' : 'outbox-message'}>
      <h2>
        <button
          type="button"
          class="outbox-message-head"
          aria-expanded={open}
          aria-controls={`message-${message.id}`}
          onClick={() => model.toggle(message.id)}
        >
          <span class="outbox-message-about">
            {message.to} <span class="outbox-message-subject">{message.subject || words.kinds[message.kind]}</span>
          </span>
          <span class="outbox-message-at">
            {words.channels[message.channel]},{' '}
            {words.at(people.shortDay(message.createdAt), people.time(message.createdAt))}
          </span>
          <State state={message.state} />
          <ChevronDownIcon size={20} />
        </button>
      </h2>
      <div id={`message-${message.id}`} hidden={!open}>
        {open && <Body model={model} message={message} />}
      </div>
    </article>
  )
}

function Body({ model, message }: MessageProps) {
  const { state, channel, subject } = message
  return (
    <div class="outbox-message-body stack-s">
      {message.text === null ? (
        <p class="soft">{words.private}</p>
      ) : (
        <DrawnPhone channel={channel} from={words.from} subject={subject}>
          {paragraphsOf(message).map((pieces, at) => (
            <p key={`${at}`}>
              {pieces.map((piece) => (
                <Said piece={piece} over={state.kind === 'overtaken'} />
              ))}
            </p>
          ))}
        </DrawnPhone>
      )}
      {message.link && <p class="soft small">{message.kind === 'staff' ? words.linkHint : words.patientLinkHint}</p>}
      {state.kind === 'on-its-way' && state.failures > 0 && (
        <p class="small">{words.failedSince(state.failures, state.fault ?? '', people.time(state.nextTryAt))}</p>
      )}
      {state.kind === 'failed' && <p class="small">{words.failedFor(state.fault ?? '')}</p>}
      {state.kind === 'uncertain' && <p class="small">{words.uncertain(state.fault ?? '')}</p>}
      {(state.kind === 'failed' || state.kind === 'uncertain') && <Decide model={model} message={message} />}
    </div>
  )
}

/** What becomes of a message that did not get through, or may not have. */
function Decide({ model, message }: MessageProps) {
  const doing = useStore(model.sending.request)
  const busy = doing.kind === 'busy' && words.sending
  return (
    <>
      {doing.kind === 'refused' && <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>}
      <div class="outbox-message-decide">
        {message.state.kind === 'uncertain' && (
          <Button kind="secondary" size="small" busy={busy} onPress={() => void model.arrived(message.id)}>
            {words.arrived}
          </Button>
        )}
        <Button kind="secondary" size="small" busy={busy} onPress={() => void model.sendAgain(message.id)}>
          {words.sendAgain}
        </Button>
      </div>
    </>
  )
}

function Said({ piece, over }: { piece: Piece; over: boolean }) {
  if (piece.kind === 'text') return <>{piece.text}</>
  if (piece.url === null) return <em class="soft">{over ? words.linkOver : words.linkHidden}</em>
  return (
    <a class="outbox-message-link" href={piece.url} target="_blank" rel="noopener noreferrer">
      {piece.url}
    </a>
  )
}

const TONES = { sent: 'good', delivered: 'good', failed: 'bad', uncertain: 'amber' } as const

function State({ state }: { state: OutboxMessage['state'] }) {
  switch (state.kind) {
    case 'kept':
      return <Tag icon={<InfoIcon size={20} />}>{words.states.kept}</Tag>
    case 'on-its-way':
      return (
        <Tag tone={state.failures > 0 ? 'amber' : 'accent'} icon={<ClockIcon size={20} />}>
          {state.failures > 0 ? words.states.again : words.states['on-its-way']}
        </Tag>
      )
    case 'overtaken':
      return <Tag icon={<TickIcon size={20} />}>{words.states.overtaken}</Tag>
    case 'sent':
    case 'delivered':
    case 'failed':
    case 'uncertain': {
      const Icon = state.kind === 'sent' || state.kind === 'delivered' ? TickIcon : ProblemIcon
      return (
        <Tag tone={TONES[state.kind]} icon={<Icon size={20} />}>
          {words.states[state.kind]}
        </Tag>
      )
    }
  }
}
