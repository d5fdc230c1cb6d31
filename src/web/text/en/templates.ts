// Words of the texts that patients are written: their fields, what is wrong with one, and how long it is.
import type { MergeField, TextPart } from '#domain/template'

const parts: Record<TextPart, string> = { sms: 'The text message', subject: 'The subject', email: 'The e-mail' }

const fields: Record<MergeField, string> = {
  organisation: 'The name of your organisation',
  date: 'The day, such as Monday 8 June',
  time: 'The time, such as 10:30',
  link: 'The patient’s own link',
  phone: 'The phone number under “Help for patients”',
  minutes: 'How many minutes late you are',
  name: 'The patient’s first name',
  place: 'The name of the waiting area',
}

const mark = (field: string) => `{{${field}}}`
const list = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)

export const words = {
  parts,
  fields,
  labels: { sms: 'Text message', subject: 'Subject of the e-mail', email: 'E-mail' } satisfies Record<TextPart, string>,
  fieldsTitle: 'Fields you can use',
  emptyLines: 'A line is left out when its field is empty, as the phone number may be.',
  show: 'The phone shows',
  shown: { sms: 'the text message', email: 'the e-mail' },
  length: (count: number, characters: number) =>
    `${count === 1 ? '1 part' : `${count} parts`}, ${characters} characters with an example filled in. You pay for each part.`,
  because: (character: string) => `“${character}” makes it longer: without it a part holds more than twice as much.`,
  clinicalTitle: 'Others may read this',
  clinical: (found: readonly string[]) =>
    `${list(found.map((word) => `“${word}”`))} may tell what somebody is treated for. People look over shoulders, and families share phones. You can save it all the same.`,
  faults: {
    empty: (part: string) => `${part} is empty.`,
    'too-long': (part: string) => `${part} is too long.`,
    broken: (part: string) => `${part} has braces that do not belong to a field. A field looks like {{time}}.`,
    'two-links': (part: string) => `${part} has the link twice. Once is enough.`,
  },
  fieldFaults: {
    unknown: (field: string, part: string) => `${part} has ${mark(field)}, which is no field.`,
    'not-here': (field: string, part: string) => `${part} cannot have ${mark(field)} here.`,
    missing: (field: string, part: string) => `${part} needs ${mark(field)}.`,
  },
  sample: {
    organisation: 'Riverside Community Health',
    date: 'Monday 8 June',
    time: '10:30',
    phone: '01632 960 100',
    minutes: '20',
    name: 'Jean',
    place: 'Physiotherapy',
  },
}
