// The endpoints of break-glass, tried as every kind of caller. Practitioners open a service that is not theirs; nothing in
// the story's own area comes of it.
import { type Scenario, tried } from '../scenarios.ts'
import { administratorsOnly, type Outcomes, staffOnly } from './outcomes.ts'

/** Who sees patients somewhere; the administrators here do, too. */
const practitionersOnly = (outcomes: Partial<Outcomes> = {}): Outcomes => ({
  ...staffOnly<Outcomes[keyof Outcomes]>('access/not-allowed'),
  'practitioner here': 200,
  'practitioner elsewhere': 200,
  administrator: 200,
  'administrator of another organisation': 200,
  ...outcomes,
})

const ours = () => ['Knee clinic', 'Hand clinic', 'Harbour Health', 'Priya Raman']
const tellNobodyElse = (scenarios: Scenario[]) =>
  scenarios.map((one) =>
    one.as === 'administrator of another organisation' ? { ...one, hasNot: ours, has: undefined } : one,
  )

export const GLASS: Scenario[] = tellNobodyElse([
  ...tried({ method: 'GET', url: '/api/staff/break-glass', has: () => ['"allowed":true'] }, practitionersOnly()),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/break-glass',
      body: ({ clinic }) => ({ serviceId: clinic.elsewhereArea.serviceId, reason: 'A colleague fell ill in clinic' }),
      has: () => ['Hand clinic service'],
    },
    practitionersOnly({
      'practitioner elsewhere': 'break-glass/not-needed',
      'administrator of another organisation': 'break-glass/not-found',
    }),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/break-glass/:breakGlassId/close', body: () => ({}) },
    practitionersOnly({
      'practitioner elsewhere': 'break-glass/not-found',
      administrator: 'break-glass/not-found',
      'administrator of another organisation': 'break-glass/not-found',
    }),
  ),
  ...tried(
    { method: 'GET', url: '/api/staff/break-glass/openings', has: () => ['Nobody else was there'] },
    { ...administratorsOnly(200, 200), auditor: 200 },
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/settings/break-glass', body: () => ({ allowed: true }) },
    administratorsOnly(200, 200),
  ),
])
