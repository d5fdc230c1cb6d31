// Whether data may cost this person money: then a test that moves megabytes is started by them and never by itself.
// Asks only what the browser says; where it says nothing, something carried about may well be on a phone contract.

export interface NetworkFacts {
  readonly saveData?: boolean
  /** As the Network Information API says it: cellular, wifi, ethernet and so on; most browsers say nothing. */
  readonly type?: string
}

export function mayCost({ saveData, type }: NetworkFacts, carried: boolean): boolean {
  if (saveData || type === 'cellular') return true
  if (type === 'wifi' || type === 'ethernet') return false
  return carried
}
