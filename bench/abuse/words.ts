// The ways in which one stranger may do harm.
export const HARMS = ['deaf', 'bytes', 'sockets', 'streams', 'bodies', 'passwords', 'agents'] as const

/** With which the stranger of `agents` signs in. */
export const KNOWN = { email: 'area-1@bench.test', password: 'three random words' }
export type Harm = (typeof HARMS)[number]
