// The page of patients' feedback: each waiting area with its counts, and whether poor ratings follow poor connections.
import { useEffect } from 'preact/hooks'
import type { FeedbackReport } from '#contract/feedback'
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS, LINES } from '#domain/feedback'
import { words } from '#text/feedback-staff'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { RefreshIcon } from '../../ui/icon/signs.tsx'
import { LoadState } from '../parts/load-state.tsx'
import { type FeedbackPageModel, percentOf } from './feedback-model.ts'
import './feedback-page.scss'

export function FeedbackPage({ model }: { model: FeedbackPageModel }) {
  const state = useStore(model.state)
  useEffect(() => void model.load(), [model])
  return (
    <div class="work-page feedback-page stack-s">
      <div class="feedback-page-head">
        <h1>{words.title}</h1>
        <Button kind="quiet" size="small" icon={<RefreshIcon size={20} />} onPress={() => void model.load()}>
          {words.look}
        </Button>
      </div>
      <LoadState state={state} words={words} onAgain={() => void model.load()} />
      {state.kind === 'loaded' && <Report report={state.report} />}
    </div>
  )
}

function Report({ report: { days, fewest, areas } }: { report: FeedbackReport }) {
  if (areas.length === 0)
    return (
      <div class="feedback-empty stack-s">
        <h2>{words.noneTitle}</h2>
        <p>{words.noneText}</p>
      </div>
    )
  return (
    <>
      <p class="soft">{words.lead(days)}</p>
      <ul class="feedback-areas">
        {areas.map((area) => (
          <li key={area.id} class="feedback-area stack-s">
            <h2>{words.area(area.name, area.serviceName)}</h2>
            <Area area={area} fewest={fewest} />
          </li>
        ))}
      </ul>
    </>
  )
}

type AreaFeedback = FeedbackReport['areas'][number]

function Area({ area, fewest }: { area: AreaFeedback; fewest: number }) {
  const { patients, visits, told, asks } = area
  return (
    <>
      {patients > 0 && <p>{words.answered(patients, visits)}</p>}
      {!asks && (
        <p class="feedback-not-asked">
          <span>{words.notAsked}</span>
          <Button
            kind="secondary"
            size="small"
            href={`/staff/settings/areas/${area.id}/after`}
            label={words.askLong(area.name)}
          >
            {words.ask}
          </Button>
        </p>
      )}
      {asks && patients === 0 && <p class="soft">{words.nobody}</p>}
      {patients > 0 && !told && <p class="soft">{words.few(fewest)}</p>}
      {told && <Answers answers={told.answers} />}
      {told && <Connections media={told.media} />}
    </>
  )
}

type Told = NonNullable<AreaFeedback['told']>

function Answers({ answers }: Pick<Told, 'answers'>) {
  return (
    <dl class="feedback-answers">
      {FEEDBACK_QUESTIONS.map((question) => {
        const of = answers[question]
        const all = of.yes + of.partly + of.no
        return (
          <div key={question}>
            <dt>{words.questions[question]}</dt>
            <dd>
              <span class="feedback-bar" aria-hidden="true">
                {FEEDBACK_ANSWERS.map((answer) => (
                  <span key={answer} class={`feedback-bar-${answer}`} style={{ flexGrow: of[answer] }} />
                ))}
              </span>
              <span class="feedback-counts">
                {FEEDBACK_ANSWERS.map((answer) => (
                  <span key={answer}>
                    {words.answers[answer]} <strong>{of[answer]}</strong>{' '}
                    <span class="soft small">{words.share(percentOf(of[answer], all))}</span>
                  </span>
                ))}
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Connections({ media }: Pick<Told, 'media'>) {
  return (
    <section class="feedback-connections stack-s">
      <h3>{words.lineTitle}</h3>
      <dl>
        {LINES.map((line) => (
          <div key={line}>
            <dt>{words.lines[line]}</dt>
            <dd>{words.poor(media[line].poor, media[line].patients)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
