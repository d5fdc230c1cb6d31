// The checklist of a consultation: what the practitioner reads of each item, and the line that ticking it writes into the
// note. `value` is what was recorded beside the tick; empty where there is nothing.
import type { Phase } from '#domain/checklist'

interface ItemWords {
  readonly text: string
  /** What to write beside the tick; only where the item records something. */
  readonly value?: string
  readonly note: (value: string) => string
}

/** "Limits" or "Limits: no light." */
const line =
  (said: string, otherwise = said) =>
  (value: string) =>
    value === '' ? `${otherwise}.` : `${said}: ${value}.`
const plain = (said: string) => () => said

const items = {
  'open.hear': {
    text: 'Can you see and hear me?',
    note: plain('We could see and hear each other.'),
  },
  'open.id': {
    text: 'Three identifiers: full name, date of birth, and address or NHS number. Check the photo if there is one.',
    value: 'Identifiers used',
    note: line('Identity confirmed by', 'Identity confirmed'),
  },
  'open.self': {
    text: 'Say your name, role and organisation, and who else is at your end',
    note: plain('I introduced myself and who was with me.'),
  },
  'open.others': {
    text: 'Who is with you? Are you happy for them to stay? Ask again if someone joins.',
    value: 'Who, and how they are related',
    note: line('With the patient, who is happy for them to stay', 'Asked who is with the patient'),
  },
  'open.loc': {
    text: 'Where are you right now? Full address, in the UK, safe to talk, not driving.',
    value: 'Address',
    note: line('Present address', 'Present address confirmed'),
  },
  'open.phone': {
    text: 'If we are cut off I will phone you on this number. Is it right?',
    value: 'Number',
    note: line('Call-back number confirmed', 'Call-back number confirmed'),
  },
  'open.emerg': {
    text: 'Emergency contact, and the nearest help',
    value: 'Contact',
    note: line('Emergency contact', 'Emergency contact agreed'),
  },
  'open.consent': {
    text: 'Happy to go on by video? Not recorded unless we both agree.',
    note: plain('Patient agreed to go on by video; not recorded.'),
  },
  'open.rec': {
    text: 'Recording: explain why, in what form, where it is kept, and the right to stop. The patient has a stop button.',
    value: 'What was agreed',
    note: line('Recording explained and agreed', 'Recording explained and agreed'),
  },
  'open.child': {
    text: 'See the child. Who has parental responsibility? Offer time alone if appropriate.',
    value: 'Who has parental responsibility',
    note: line('Child seen. Parental responsibility', 'Child seen'),
  },
  'open.capacity': {
    text: 'Capacity for this decision, and for video',
    note: plain('Has capacity for this decision and for video.'),
  },
  'open.safe': {
    text: 'Is it safe to talk? A closed question, answered by yes or no. Agree a safe word; do not read it out.',
    note: plain('Asked in a closed question whether it is safe to talk.'),
  },
  'in.eye': {
    text: 'Say why you look away to your notes. Look at the camera for key news.',
    note: plain('Explained looking away to the notes.'),
  },
  'in.pause': {
    text: 'Pause for the delay. Sum up. Ask them to say it back.',
    note: plain('Summed up, and said back by the patient.'),
  },
  'in.improve': {
    text: 'Help with light, angle and distance before you examine',
    note: plain('Light, angle and distance improved before examining.'),
  },
  'in.trend': {
    text: 'Compare with past readings. Is it getting worse?',
    note: plain('Compared with past readings.'),
  },
  'in.readings': {
    text: 'Read through the home readings together: which device, when, by whom',
    value: 'Readings',
    note: line('Home readings', 'Home readings discussed'),
  },
  'ex.need': {
    text: 'Why can this not wait until it can be seen in person?',
    value: 'Need',
    note: line('Intimate examination by video needed because', 'Need for an intimate examination by video considered'),
  },
  'ex.agreed': {
    text: 'Consent to this examination by video, in their own words. They may say no.',
    value: 'Consent',
    note: line('Consent to the examination by video', 'Consented to the examination by video'),
  },
  'ex.chaperone': {
    text: 'Chaperone offered, at your end and theirs',
    value: 'Who, or declined',
    note: line('Chaperone offered', 'Chaperone offered'),
  },
  'ex.private': {
    text: 'Private at both ends. No still picture, no recording.',
    note: plain('Private at both ends; no still picture, no recording.'),
  },
  'ex.explain': {
    text: 'Explain each test, ask consent, say that they can stop. Show it first, or send a picture.',
    value: 'Tests done',
    note: line('Explained and agreed. Tests', 'Each test explained and agreed'),
  },
  'ex.safe': {
    text: 'Falls screen passed. Floor clear, shoes on, chair against the wall, worktop near, helper within reach.',
    note: plain('Falls screen passed; surroundings made safe.'),
  },
  'ex.chair': {
    text: 'Chair with its back against the wall, its seat and the feet in the picture',
    note: plain('Chair against the wall; seat and feet in the picture.'),
  },
  'ex.aid': {
    text: 'Which walking aid is used?',
    value: 'Walking aid',
    note: line('Walking aid', 'Walking aid noted'),
  },
  'ex.path': {
    text: 'The whole path in the picture: to and from the camera, then across',
    note: plain('Walking seen to and from the camera, and across.'),
  },
  'ex.carrier': {
    text: 'Somebody else carries the device, or the patient walks safely. Nobody walks and looks at the screen.',
    note: plain('Device carried safely.'),
  },
  'ex.first-aid': {
    text: 'The helper is beside them and able to give first aid for choking',
    value: 'Helper',
    note: line('Helper, able to give first aid', 'A helper able to give first aid was present'),
  },
  'ex.each': {
    text: 'For each person: address and phone known, floor clear, chair near, well enough today',
    value: 'Who takes part',
    note: line('Safety checked for each', 'Safety checked for each person'),
  },
  'ex.light': {
    text: 'Daylight or a lamp on the place, without glare',
    note: plain('Seen in good light.'),
  },
  'ex.scale': {
    text: 'A ruler or a coin beside it for its size',
    value: 'Size',
    note: line('Size', 'Size seen beside a ruler or coin'),
  },
  'ex.still': {
    text: 'A sharp still picture. Suspected cancer, or a poor picture: see them in person.',
    note: plain('Judged by a still picture.'),
  },
  'ex.both-sides': {
    text: 'Compare with the other side',
    note: plain('Compared with the other side.'),
  },
  'ex.mouth': {
    text: 'Mouth in full view and well lit, from the front and from the side',
    note: plain('Mouth seen from the front and from the side.'),
  },
  'ex.throat': {
    text: 'Do not look into the throat if there is stridor or drooling: 999',
    note: plain('No stridor or drooling before looking into the throat.'),
  },
  'ex.breaths': {
    text: 'Chest and face still: count breaths for 60 seconds, twice',
    value: 'Breaths a minute',
    note: line('Breaths a minute, counted twice', 'Breaths counted twice'),
  },
  'ex.sentences': {
    text: 'Can they speak in whole sentences? No score by video rules anything out.',
    note: plain('Listened to how they speak in sentences.'),
  },
  'ex.lag': {
    text: 'Does the picture lag or jump? A jerk may be the video.',
    value: 'Lag seen',
    note: line('Picture during the examination', 'Lag of the picture considered'),
  },
  'ex.stop': {
    text: 'Agree when to stop: pain, dizzy, breathless, unsteady, picture lost',
    note: plain('Agreed when to stop.'),
  },
  'ex.limit': {
    text: 'Say what could not be examined',
    value: 'Not examined',
    note: line('Could not be examined', 'Limits of the examination explained'),
  },
  'close.sum': {
    text: 'Plan agreed, and said back',
    value: 'Plan',
    note: line('Plan agreed and said back', 'Plan agreed and said back'),
  },
  'close.net': {
    text: 'Safety net: what to look for, how soon, who to call (GP, 111, 999)',
    value: 'What was said',
    note: line('Safety net', 'Safety net given'),
  },
  'close.fu': {
    text: 'Follow-up: date, and by video, by phone or in person',
    value: 'When and how',
    note: line('Follow-up', 'Follow-up agreed'),
  },
  'close.mode': {
    text: 'Was video enough? If not, see them in person.',
    value: 'Yes, or why not',
    note: line('Was video enough', 'Video was enough'),
  },
} satisfies Record<string, ItemWords>

export const words = {
  title: 'Checklist',
  phases: {
    opening: 'At the start',
    examination: 'During the visit',
    closing: 'Before you end',
  } satisfies Record<Phase, string>,
  must: 'Always',
  should: 'Where it helps',
  items: items as Readonly<Record<string, ItemWords>>,
  /** What ticking writes into the note; empty for an item that this version does not know. */
  note: (id: string, value: string): string =>
    (items as Readonly<Record<string, ItemWords>>)[id]?.note(value.trim()) ?? '',
  /** The same of an item that the organisation added; `text` is its words. */
  ownNote: (text: string, value: string): string => line(text, text)(value.trim()),
  /** What is written beside the tick of such an item. */
  ownValue: 'What you found or agreed',
  /** An item of a plan that this visit had before. */
  former: 'An item of another plan',
}
