// The outbox: every letter that goes out by e-mail, or would, with its link to follow where nothing is sent.
import { useEffect } from 'preact/hooks'
import type { LetterView } from '#contract/outbox'
import { words as people } from '#text/people'
import { words as texts } from '#text/people-admin'
import { words as problems } from '#text/problems'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import {
  ArrowLeftIcon,
  ChevronDownIcon,
  ClockIcon,
  InfoIcon,
  ProblemIcon,
  RefreshIcon,
  TickIcon,
} from '../../ui/icon/signs.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Spinner } from '../../ui/spinner/spinner.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { type OutboxModel, type Piece, paragraphsOf } from './outbox-model.ts'
import './outbox.scss'

const words = texts.outbox

export function Outbox({ model }: { model: OutboxModel }) {
  const state = useStore(model.state)
  const open = useStore(model.open)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page outbox">
      <p class="outbox-back">
        <Button kind="quiet" size="small" icon={<ArrowLeftIcon size={20} />} href="/staff/people">
          {words.back}
        </Button>
      </p>
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
          <p class="soft outbox-lead">{state.view.sends ? words.leadSends : words.leadKept}</p>
          {state.view.letters.length === 0 && (
            <div class="outbox-empty stack-s">
              <h2>{words.emptyTitle}</h2>
              <p>{words.emptyText}</p>
            </div>
          )}
          <ul class="outbox-letters">
            {state.view.letters.map((letter) => (
              <li key={letter.id}>
                <Letter model={model} letter={letter} open={letter.id === open} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Letter({ model, letter, open }: { model: OutboxModel; letter: LetterView; open: boolean }) {
  return (
    <article class={open ? 'letter letter-open' : 'letter'}>
      <h2>
        <button
          type="button"
          class="letter-head"
          aria-expanded={open}
          aria-controls={`letter-${letter.id}`}
          onClick={() => model.toggle(letter.id)}
        >
          <span class="letter-about">
            {letter.to} <span class="letter-subject">{letter.subject}</span>
          </span>
          <span class="letter-at">{words.at(people.shortDay(letter.createdAt), people.time(letter.createdAt))}</span>
          <State state={letter.state} />
          <ChevronDownIcon size={20} />
        </button>
      </h2>
      <div id={`letter-${letter.id}`} hidden={!open}>
        {open && <Body model={model} letter={letter} />}
      </div>
    </article>
  )
}

function Body({ model, letter }: { model: OutboxModel; letter: LetterView }) {
  const doing = useStore(model.sending.request)
  const { state } = letter
  return (
    <div class="letter-body stack-s">
      {paragraphsOf(letter).map((pieces, at) => (
        <p key={`${at}`}>
          {pieces.map((piece) => (
            <Said piece={piece} over={state.kind === 'overtaken'} />
          ))}
        </p>
      ))}
      {letter.link && <p class="soft small">{words.linkHint}</p>}
      {state.kind === 'on-its-way' && state.failures > 0 && (
        <p class="small">{words.failedSince(state.failures, state.fault ?? '', people.time(state.nextTryAt))}</p>
      )}
      {state.kind === 'given-up' && (
        <>
          <p class="small">{words.givenUp(state.fault ?? '')}</p>
          {doing.kind === 'refused' && <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>}
          <Button
            kind="secondary"
            size="small"
            busy={doing.kind === 'busy' && words.sending}
            onPress={() => void model.sendAgain(letter.id)}
          >
            {words.sendAgain}
          </Button>
        </>
      )}
    </div>
  )
}

function Said({ piece, over }: { piece: Piece; over: boolean }) {
  if (piece.kind === 'text') return <>{piece.text}</>
  if (piece.url === null) return <em class="soft">{over ? words.linkOver : words.linkHidden}</em>
  return (
    <a class="letter-link" href={piece.url} target="_blank" rel="noopener noreferrer">
      {piece.url}
    </a>
  )
}

function State({ state }: { state: LetterView['state'] }) {
  switch (state.kind) {
    case 'kept':
      return <Tag icon={<InfoIcon size={20} />}>{words.states.kept}</Tag>
    case 'on-its-way':
      return (
        <Tag tone={state.failures > 0 ? 'amber' : 'accent'} icon={<ClockIcon size={20} />}>
          {state.failures > 0 ? words.states.again : words.states['on-its-way']}
        </Tag>
      )
    case 'sent':
      return (
        <Tag tone="good" icon={<TickIcon size={20} />}>
          {words.states.sent}
        </Tag>
      )
    case 'given-up':
      return (
        <Tag tone="bad" icon={<ProblemIcon size={20} />}>
          {words.states['given-up']}
        </Tag>
      )
    case 'overtaken':
      return <Tag icon={<TickIcon size={20} />}>{words.states.overtaken}</Tag>
  }
}
