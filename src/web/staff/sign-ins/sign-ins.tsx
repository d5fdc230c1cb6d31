// "Where you are signed in": each browser in words, which one this is, and a way to end the others.
import { useEffect } from 'preact/hooks'
import type { SignInView } from '#contract/sign-ins'
import { words as people } from '#text/people'
import { words as problems } from '#text/problems'
import { words } from '#text/sign-ins'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Notice } from '../../ui/notice/notice.tsx'
import { Tag } from '../../ui/tag/tag.tsx'
import { LoadState } from '../parts/load-state.tsx'
import type { SignInsModel } from './sign-ins-model.ts'
import './sign-ins.scss'

/** Pages tell every half minute that somebody is there. */
const IN_USE_MS = 60_000

export function SignIns({ model }: { model: SignInsModel }) {
  const state = useStore(model.state)
  const ending = useStore(model.ending)
  const ended = useStore(model.ended)
  const doing = useStore(model.action.request)
  useEffect(() => void model.load(), [model])
  const endOthers = model.endOthers()
  return (
    <div class="work-page stack sign-ins">
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {ended && <Notice kind="success" title={ended === 'one' ? words.ended : words.endedOthers} live="polite" />}
      {doing.kind === 'refused' && (
        <Notice kind="error" title={words.notEnded} live="assertive">
          <p>{problems[doing.refusal.code](doing.refusal.detail)}</p>
        </Notice>
      )}
      {state.kind === 'loaded' && (
        <>
          <ul class="sign-ins-list">
            {state.list.signIns.map((one) => (
              <Line
                key={one.sessionId}
                one={one}
                now={state.list.now}
                busy={ending === one.sessionId}
                end={() => model.end(one.sessionId)}
              />
            ))}
          </ul>
          {endOthers ? (
            <p>
              <Button kind="secondary" busy={ending === 'others' && words.ending} onPress={endOthers}>
                {words.endOthers}
              </Button>
            </p>
          ) : (
            <p>{words.alone}</p>
          )}
        </>
      )}
    </div>
  )
}

interface LineProps {
  one: SignInView
  now: number
  busy: boolean
  end: () => void
}

function Line({ one, now, busy, end }: LineProps) {
  const device = words.device(one.browser, one.system)
  const since = people.dayAndTime(one.since)
  const inUse = !one.locked && now - one.lastActiveAt < IN_USE_MS
  return (
    <li class="sign-ins-line">
      <div class="sign-ins-what">
        <p class="sign-ins-device">
          <strong>{device}</strong>
          {one.here && <Tag>{words.here}</Tag>}
          {one.locked && <Tag>{words.locked}</Tag>}
        </p>
        <p class="soft small">
          {[
            words.since(since),
            inUse ? words.inUse : words.lastActive(people.dayAndTime(one.lastActiveAt)),
            words.address(one.address),
          ].map((text) => (
            <span key={text}>{text}</span>
          ))}
        </p>
      </div>
      {!one.here && (
        <Button
          kind="secondary"
          size="small"
          label={words.endLong(device, since)}
          busy={busy && words.ending}
          onPress={end}
        >
          {words.end}
        </Button>
      )}
    </li>
  )
}
