// The ways in which one stranger may do harm.
export const HARMS = ['deaf', 'bytes', 'sockets', 'streams', 'bodies'] as const
export type Harm = (typeof HARMS)[number]
