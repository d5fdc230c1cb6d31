// The built-in words of each purpose: its name and use for staff, and what the patient reads of it. An organisation's own
// words come before these. Patients' sentences: short, what to do, reading age 9 to 11.
import type { DeviceKind, View } from '#domain/plan'

interface PurposeWords {
  readonly name: string
  /** One line for staff: when to choose it. */
  readonly use: string
  readonly reason: string
  readonly position: string
  readonly wear: string
  readonly have: string
  readonly safety: string
}

const MEDICINES = 'Have your medicines and a pen near you.'
const NONE = ''

const purposes = {
  'walking-and-balance': {
    name: 'Walking and balance',
    use: 'Gait, balance, general movement',
    reason: 'We want to see all of you while you walk and stand.',
    position:
      'Put your laptop or tablet on a table, as high as your hips. Step back until we see your head and your feet.',
    wear: 'Wear shorts or loose trousers in a bright colour. Wear your usual shoes.',
    have: 'Have your walking stick or frame near you. Have a strong chair with arms.',
    safety:
      'Clear the floor. Stay near something firm to hold. Ask someone to stand next to you. Stop if you feel dizzy.',
  },
  'close-look': {
    name: 'A close look',
    use: 'A joint, hand, wound or skin, close up',
    reason: 'We want to see the sore place clearly.',
    position: 'Use your phone. Point the back of it at the place. Hold it still, as far as your hand is wide.',
    wear: 'Wear clothes that let us see the place.',
    have: 'Sit near a window or a bright lamp. Have a coin or a ruler.',
    safety: 'Do not take off a dressing before we ask you.',
  },
  talking: {
    name: 'Talking',
    use: 'Psychology, talking therapy, family therapy',
    reason: 'We want to see your face well, and you want to see ours.',
    position: 'Use a big screen if you have one. Put it where it will not move. Sit with the light in front of you.',
    wear: NONE,
    have: 'Find a room where nobody can hear you. Have a drink near you.',
    safety: 'You can stop at any time. Tell us if you are not safe to talk.',
  },
  transfers: {
    name: 'Getting up and sitting down',
    use: 'Transfers, sit to stand, stairs',
    reason: 'We want to see how you get up and sit down.',
    position: 'Put your laptop or tablet to one side of you. We need to see the chair and your feet.',
    wear: 'Wear loose clothes and your usual shoes.',
    have: 'Put a strong chair with its back to the wall. Have your stick or frame.',
    safety: 'Clear the floor. Do not try anything new alone. Ask someone to stand next to you.',
  },
  'upper-limb': {
    name: 'Arms, hands and daily tasks',
    use: 'Upper limb, dressing, a task in the kitchen',
    reason: 'We want to see your arms and hands while you do things.',
    position: 'Put your tablet or laptop on a stand in front of you. We need to see your head and both hands.',
    wear: 'Wear short sleeves.',
    have: 'Have a cup, a shirt with buttons and a pen near you.',
    safety: 'Do not use hot water or a sharp knife. Stop if it hurts.',
  },
  home: {
    name: 'Your home',
    use: 'Home environment, equipment, wheelchair seating',
    reason: 'We want to see your home and the things that help you.',
    position: 'Ask someone to carry your phone or tablet. Walk slowly from room to room. Hold it sideways.',
    wear: 'Wear your usual shoes.',
    have: 'Have a tape to measure with. Turn on all the lights.',
    safety: 'Do not walk and look at the screen. If you are not steady, let someone else carry it.',
  },
  speech: {
    name: 'Speech and voice',
    use: 'Speech, voice, fluency, aphasia',
    reason: 'We want to hear you well and see your mouth.',
    position: 'Put your laptop on a table, as high as your eyes. Let light shine on your face.',
    wear: 'Wear headphones if you have some. Wear your glasses and hearing aids.',
    have: 'Have a drink of water, a pen and paper.',
    safety: 'Rest when you are tired. Tell us, or lift your hand.',
  },
  swallowing: {
    name: 'Eating and drinking',
    use: 'Swallowing, mealtime observation',
    reason: 'We want to see how you eat and drink.',
    position: 'Put your tablet on a stand. We need to see your face and neck. Then we ask for the side.',
    wear: 'Wear a top that lets us see your neck.',
    have: 'Have the food and drink that we agreed. Wait until we ask before you begin.',
    safety: 'Someone must be with you. Sit up straight. Stop if you cough. If you cannot breathe, call 999.',
  },
  'child-play': {
    name: 'Play with a child',
    use: 'Child language or play session',
    reason: 'We want to see your child play with you.',
    position: 'Put your laptop or tablet on a low table. We need to see the floor and all of you.',
    wear: NONE,
    have: 'Have a few toys and books that your child likes. Turn off the TV.',
    safety: 'Stay with your child all the time. Keep wires and hot drinks away.',
  },
  'gp-talk': {
    name: 'A talk with the doctor, nurse or pharmacist',
    use: 'GP history and reassurance, medicines review',
    reason: 'We want to see you and talk with you.',
    position: 'Use what you like best. Put it where it will not move. Let light shine on your face.',
    wear: NONE,
    have: MEDICINES,
    safety: 'If you get much worse before we see you, call 111. If your life is in danger, call 999.',
  },
  'gp-sign': {
    name: 'Something to look at',
    use: 'GP visible sign: eye, throat, rash, swelling',
    reason: 'We want to see the place well.',
    position: 'Use your phone. Point the back of it at the place. Hold it still in good light.',
    wear: 'Wear clothes that let us see the place.',
    have: 'Have a lamp or torch, and a coin or a ruler.',
    safety: 'If it gets hard to breathe or swallow, call 999.',
  },
  breathing: {
    name: 'Breathing, or an unwell child',
    use: 'Breathlessness or an unwell child: look and count breaths',
    reason: 'We want to see the face and the chest, and count breaths.',
    position: 'A grown-up holds the phone still. We need to see the face and the chest.',
    wear: 'Wear a thin top that can be lifted.',
    have: 'Have your inhaler near you. A peak flow meter or a thermometer helps too.',
    safety: 'If it gets very hard to breathe, or lips turn blue, call 999 now.',
  },
  skin: {
    name: 'Skin',
    use: 'Dermatology: a lesion or rash, follow-up',
    reason: 'We want to see your skin very clearly.',
    position: 'Use the back of your phone. Hold it as far away as your hand is wide. Hold it still.',
    wear: 'Wear clothes that let us see the place. Take off make-up.',
    have: 'Sit near a window in the day. Have a coin or a ruler to put next to it.',
    safety: 'Do not scratch or clean the place just before.',
  },
  'long-term': {
    name: 'Home readings',
    use: 'Long-term condition with readings: asthma, blood pressure, diabetes, heart failure',
    reason: 'We want to look at your numbers with you.',
    position: 'Use what you like best. Put it where it will not move.',
    wear: 'Wear a top with loose sleeves.',
    have: 'Have the numbers you wrote down. Have your meter and your medicines.',
    safety: 'If you feel very unwell before we see you, call 111.',
  },
  neuro: {
    name: 'Movement of face, eyes and hands',
    use: 'Neurological examination: tremor, finger to nose, eye movement',
    reason: 'We want to see how your face, eyes and hands move.',
    position: 'Put your laptop or tablet on a table. Sit so that we see your head and both hands.',
    wear: 'Wear short sleeves. Wear your glasses if you have some.',
    have: 'Have a strong chair and a pen near you.',
    safety: 'Stay in your chair until we ask you to stand. Stop if you feel dizzy.',
  },
  'exercise-class': {
    name: 'Exercise class',
    use: 'Exercise class, lung or heart rehabilitation',
    reason: 'We want to see you move, and you see the others.',
    position: 'Put your laptop on a table. Step back until we see your head and your feet.',
    wear: 'Wear loose clothes and flat shoes.',
    have: 'Have a strong chair, a drink and your inhaler or spray, if you have one.',
    safety: 'Clear the floor. Stop if your chest hurts or you feel dizzy. Then tell us.',
  },
  'care-round': {
    name: 'Care home round or case meeting',
    use: 'Care home round, several agencies, best interests',
    reason: 'Many people need to see and hear each other.',
    position: 'Put the laptop or tablet on a table or a trolley. Let everyone sit where we see them.',
    wear: 'Wear your glasses and hearing aids.',
    have: 'Have the care plan and the list of medicines.',
    safety: 'Find a room where no one else can hear.',
  },
  'social-visit': {
    name: 'Social work visit',
    use: 'Social work visit, carer assessment',
    reason: 'We want to talk with you and see how you live.',
    position: 'Use a tablet or a phone. Put it down while we talk. Then show us what you wish.',
    wear: NONE,
    have: 'Have your letters and your questions near you.',
    safety: 'Tell us if you are not free to talk. Do not walk and look at the screen.',
  },
  'infant-feeding': {
    name: 'Feeding a baby',
    use: 'Health visitor, infant feeding',
    reason: 'We want to see how your baby feeds and how you both are.',
    position: 'Put your phone on a stand next to you. We need to see you and your baby.',
    wear: 'Wear what you like to feed in. You choose what we see.',
    have: 'Have the red book, a cushion and a drink.',
    safety: 'Keep both hands for your baby. You can stop the camera at any time.',
  },
  intimate: {
    name: 'Something private',
    use: 'Stoma, continence or another possibly intimate matter',
    reason: 'This is best looked at when you come to see us.',
    position: 'Put your phone or computer where it will not move. We talk first. You need not show us anything.',
    wear: 'Stay dressed. Nobody will ask you to undress without a good reason.',
    have: 'Find a room where nobody can see or hear you.',
    safety: 'You can say no. You can have someone with you. We take no pictures.',
  },
} satisfies Record<string, PurposeWords>

export const words = {
  purposes,
  /** At the door: what works best for what has to be seen. */
  door: {
    'whole-body': 'For this visit a laptop or tablet on a table works best.',
    'close-up': 'For this visit a phone works best.',
    face: 'For this visit a screen that stands still works best.',
    family: 'For this visit a big screen that stands still works best.',
    'home-tour': 'For this visit a phone or tablet works best. You carry it round.',
    mixed: 'For this visit use a phone or tablet that you can move.',
    'data-only': 'For this visit any phone or computer works.',
    group: 'For this visit a laptop or tablet on a table works best.',
  } satisfies Record<View, string>,
  /** Inside a sentence: "your phone". */
  kinds: {
    smartphone: 'phone',
    tablet: 'tablet',
    laptop: 'laptop',
    desktop: 'computer',
  } satisfies Record<DeviceKind, string>,
}
