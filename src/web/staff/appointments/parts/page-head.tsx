// The head of each page of appointments: its ways of looking at them, and how new ones are made.
import type { AppointmentDesk } from '#contract/appointment'
import { words } from '#text/appointments'
import { Button } from '../../../ui/button/button.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import type { AppointmentActions } from '../appointment-actions.ts'

const LOOKS = [
  { name: 'day', path: '/staff/appointments' },
  { name: 'week', path: '/staff/appointments/week' },
  { name: 'all', path: '/staff/appointments/all' },
] as const

interface PageHeadProps {
  look: (typeof LOOKS)[number]['name']
  model: AppointmentActions
  /** Null until it is known. */
  desk: AppointmentDesk | null
}

export function PageHead({ look, model, desk }: PageHeadProps) {
  const serves = (desk?.areas.length ?? 0) > 0
  return (
    <>
      <div class="appointments-head">
        <h1>{words.title}</h1>
        <div class="appointments-steps">
          {serves && (
            <Button kind="secondary" href="/staff/appointments/list">
              {words.addList}
            </Button>
          )}
          <Button onPress={serves ? () => model.add() : null}>{words.add}</Button>
        </div>
      </div>
      <PageTabs
        label={words.looksTitle}
        tabs={LOOKS.map(({ name, path }) => ({ path, name: words.looks[name], current: name === look }))}
      />
    </>
  )
}
