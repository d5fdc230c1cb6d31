// What is kept about the clinic itself: its settings and its own words.
import { areas, instance, organisations, plans, services } from '../schema.ts'
import { logos } from '../schema-settings.ts'
import { CLINIC, CLOSED_LIST, impersonal, personal } from './entry.ts'

export const CLINIC_TABLES = [
  personal(areas, {
    about: 'staff',
    columns: {
      identity: ['suspended'],
      harmless: { slug: CLINIC, name: CLINIC, about: CLINIC, shortCode: 'made at random', own: CLINIC },
    },
    holds: 'A waiting area and its settings; while it is closed for a time, the name of who closed it.',
    seenBy: 'everybody who works there; of what patients are told, anybody',
    removals: [],
    otherwise: 'the name goes when the area is opened again',
    exported: 'the name of who closed an area is in the audit',
  }),
  impersonal(organisations, { harmless: { name: CLINIC, own: CLINIC } }),
  impersonal(services, { harmless: { name: CLINIC, own: CLINIC } }),
  impersonal(plans, {
    harmless: {
      id: CLINIC,
      basedOn: CLOSED_LIST,
      view: CLOSED_LIST,
      devices: CLOSED_LIST,
      wording: CLINIC,
      checklist: CLINIC,
    },
  }),
  impersonal(logos, { harmless: { contentType: CLOSED_LIST, bytes: CLINIC } }),
  impersonal(instance, { sealed: ['secret'] }),
]
