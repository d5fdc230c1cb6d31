// The end of a visit, however it ended, for looking at.
import type { PatientView } from '#contract/visit'
import { viewOf } from '../../../../test/patient/made-up.ts'
import { createStore } from '../../kit/store.ts'
import type { Example } from '../../ui/example.ts'
import { Page } from '../../ui/page/page.tsx'
import { QuickExit } from '../quick-exit/quick-exit-button.tsx'
import { EndedScreen } from './ended-screen.tsx'

type Ended = Extract<PatientView['state'], { status: 'ended' }>

const press = () => {}

function ended(name: string, state: Partial<Ended>, refused: string | null = null): Example {
  const view = viewOf({ status: 'ended', outcome: 'completed', afterText: '', afterLink: null, ...state })
  const next = {
    firstName: 'Nia',
    open: false,
    state: createStore({ sending: false, refused }),
    carryOn: press,
    somebodyElse: press,
  }
  return {
    name,
    whole: true,
    draw: () => (
      <Page organisation="Hillside Health" part="Foot clinic" aside={<QuickExit />}>
        <EndedScreen feedback={null} view={view} next={next} />
      </Page>
    ),
  }
}

const link = { url: 'https://www.example.org/after', label: 'Tell us how it was' }

export const examples: readonly Example[] = [
  ended('completed', {}),
  ended('completed, with what comes next', { afterText: 'We will send you a letter.', afterLink: link }),
  ended('left', { outcome: 'left' }),
  ended('removed', { outcome: 'removed' }),
  ended('refused', {}, 'The clinic did not answer. Try again.'),
]
