// What the framing coach says to a patient who places themselves before the camera. Read from two metres away.
import type { Instruction } from '#domain/framing'
import type { BodyPart } from '#domain/plan'

const part: Record<BodyPart, string> = {
  head: 'your head',
  shoulders: 'your shoulders',
  hands: 'your hands',
  hips: 'your hips',
  knees: 'your knees',
  feet: 'your feet',
}

export const words = {
  title: 'Help with your place',
  looking: 'Looking for you',
  say: (instruction: Instruction): string => {
    switch (instruction.kind) {
      case 'more-light':
        return 'Turn on a light'
      case 'come-in':
        return 'Come in front of the camera'
      case 'step-back':
        return `Step back until we can see ${part[instruction.part]}`
      case 'come-nearer':
        return 'Come a little nearer'
      case 'move-left':
        return 'Move to your left'
      case 'move-right':
        return 'Move to your right'
      case 'tilt-down':
        return `Tilt the camera down. We need to see ${part[instruction.part]}.`
      case 'tilt-up':
        return `Tilt the camera up. We need to see ${part[instruction.part]}.`
      case 'show-hands':
        return 'Hold both hands where we can see them'
      case 'good':
        return 'That is good. Stay there.'
    }
  },
  done: 'Good. We can see what we need.',
  inFrame: 'The clinic sees that you are well in the picture.',
  unable: 'This device cannot help with that. Look at the drawing.',
  noPicture: 'Turn on your camera first.',
  self: 'Your own picture',
  again: 'Help me with my place',
  off: 'Turn this help off',
  /** For who wants to know what this is. */
  about: 'This help looks at your picture on this device only. It measures nothing and keeps nothing.',
}
