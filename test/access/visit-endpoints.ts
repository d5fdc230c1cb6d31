// The endpoints of visits and waiting areas, tried as every kind of caller.
import { randomUUID } from 'node:crypto'
import type { ProblemCode } from '#domain/problem'
import { contactOf, TALK } from '../plans.ts'
import { type Scenario, type Story, tried } from '../scenarios.ts'
import { areaDesk, deskHere, practitionersHere, staffOnly } from './outcomes.ts'

const message = () => ({ id: randomUUID(), text: 'Take your time.' })
const names = ({ subject }: Story) => [subject.typed.firstName, subject.typed.lastName, subject.typed.dateOfBirth]

export const VISITS: Scenario[] = [
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/:visitId/join',
      body: () => ({ pageId: randomUUID(), callId: null }),
      has: names,
      hasNot: ({ bystander }) => bystander.traces,
    },
    practitionersHere(200),
  ),
  ...(['hold', 'send-back', 'end'] as const).flatMap((verb) =>
    tried(
      { method: 'POST', url: `/api/staff/visits/:visitId/${verb}`, given: 'being seen', body: () => ({}) },
      practitionersHere(200),
    ),
  ),
  ...tried(
    { method: 'POST', url: '/api/staff/visits/:visitId/resume', given: 'on hold', body: () => ({}) },
    practitionersHere(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/:visitId/reopen',
      given: 'draft note',
      body: () => ({}),
      has: names,
      hasNot: ({ bystander }) => bystander.traces,
    },
    practitionersHere(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/:visitId/phone/ask-video',
      given: 'being seen',
      body: () => ({}),
      has: names,
      hasNot: ({ bystander }) => bystander.traces,
    },
    practitionersHere(200),
  ),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/:visitId/phone/no-answer',
      given: 'being seen',
      body: () => ({ before: 0 }),
      has: names,
      hasNot: ({ bystander }) => bystander.traces,
    },
    practitionersHere(200),
  ),
  // They keep the page open: whoever has the queue is told so.
  ...tried(
    { method: 'POST', url: '/api/staff/visits/:visitId/recall', body: () => ({ toldAt: null }) },
    deskHere<200 | ProblemCode>('visit/no-recall'),
  ),
  ...tried({ method: 'POST', url: '/api/staff/visits/:visitId/remove', body: () => ({}) }, deskHere(200)),
  ...tried(
    { method: 'PUT', url: '/api/staff/visits/:visitId/plan', body: () => ({ planId: 'close-look' }) },
    deskHere(200),
  ),
  ...tried({ method: 'PUT', url: '/api/staff/visits/:visitId/talk', body: () => TALK }, deskHere(200)),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/visits/:visitId/checklist/:item',
      given: 'being seen',
      body: () => ({ done: true, value: 'At home.' }),
    },
    practitionersHere(200),
  ),
  ...tried(
    {
      method: 'PUT',
      url: '/api/staff/visits/:visitId/contact',
      given: 'being seen',
      body: ({ subject }) => contactOf(subject),
    },
    practitionersHere(200),
  ),
  ...tried({ method: 'POST', url: '/api/staff/visits/:visitId/messages', body: message }, deskHere(200)),
  ...tried({ method: 'GET', url: '/api/staff/visits/:visitId/messages/before/:message' }, deskHere(200)),
  ...tried(
    {
      method: 'POST',
      url: '/api/staff/visits/next',
      body: ({ clinic }) => ({ areaIds: [clinic.area.id] }),
      hasNot: ({ subject, bystander }) => [...subject.traces, ...bystander.traces, subject.visitId],
    },
    {
      ...staffOnly<200 | ProblemCode>('access/not-allowed'),
      'practitioner here': 200,
      'practitioner elsewhere': 200,
      // Each in the areas of their own organisation alone.
      administrator: 200,
      'administrator of another organisation': 200,
    },
  ),
  ...tried({ method: 'POST', url: '/api/staff/visits/:visitId/let-go', body: () => ({}) }, practitionersHere(200)),
]

export const AREAS: Scenario[] = [
  ...tried(
    { method: 'POST', url: '/api/staff/areas/:areaId/messages', body: message },
    {
      ...areaDesk(200),
      'service administrator': 200,
    },
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/areas/:areaId/late', body: () => ({ minutes: 15 }) },
    { ...areaDesk(200), 'service administrator': 200 },
  ),
  ...tried(
    { method: 'PUT', url: '/api/staff/areas/:areaId/suspension', body: () => ({ suspended: null }) },
    { ...areaDesk(200), 'service administrator': 200 },
  ),
]
