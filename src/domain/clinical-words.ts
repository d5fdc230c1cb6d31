// Words that tell what somebody is treated for. Whoever looks over a shoulder reads a text message, so a template that has
// one gets a warning. The list is short: it finds what is often written, and not everything.

const WORDS: readonly string[] = [
  // Conditions.
  ...['abortion', 'addiction', 'alcohol', 'alzheimer', 'anxiety', 'arthritis', 'asthma', 'autism', 'bipolar', 'cancer'],
  ...[
    'chemotherapy',
    'chlamydia',
    'copd',
    'dementia',
    'depression',
    'diabetes',
    'diabetic',
    'dialysis',
    'eating disorder',
  ],
  ...[
    'epilepsy',
    'fertility',
    'heart failure',
    'hepatitis',
    'hiv',
    'incontinence',
    'leukaemia',
    'memory clinic',
    'menopause',
  ],
  ...[
    'mental health',
    'miscarriage',
    'multiple sclerosis',
    'oncology',
    'palliative',
    'parkinson',
    'postnatal',
    'pregnancy',
  ],
  ...[
    'pregnant',
    'psychiatric',
    'psychiatry',
    'psychosis',
    'radiotherapy',
    'schizophrenia',
    'self-harm',
    'sexual health',
  ],
  ...['sickle cell', 'stroke', 'substance misuse', 'suicide', 'tuberculosis', 'tumour', 'weight loss'],
  // Medicines.
  ...[
    'amitriptyline',
    'amoxicillin',
    'antidepressant',
    'antipsychotic',
    'apixaban',
    'citalopram',
    'clozapine',
    'diazepam',
  ],
  ...['fluoxetine', 'gabapentin', 'insulin', 'levothyroxine', 'lithium', 'methadone', 'methotrexate', 'metformin'],
  ...['mirtazapine', 'morphine', 'naltrexone', 'olanzapine', 'opioid', 'pregabalin', 'quetiapine', 'risperidone'],
  ...['semaglutide', 'sertraline', 'tramadol', 'warfarin'],
  // What somebody is told.
  ...['biopsy', 'diagnosis', 'diagnosed', 'test result'],
]

/** Each once, in small letters, in the order of the list. */
export function clinicalWords(text: string): string[] {
  const small = ` ${text
    .toLowerCase()
    .replace(/['’]s?/g, ' ')
    .split(/[^\p{L}\p{N}-]+/u)
    .join(' ')} `
  return WORDS.filter((word) => small.includes(` ${word} `) || small.includes(` ${word}s `))
}
