// The browser, device and address of this page, for words that depend on them.
import { browserKind } from '../checks/browser-kind.ts'
import type { Surroundings } from './equipment/surroundings.ts'

export function surroundings(): Surroundings {
  return { kind: browserKind(navigator), secure: isSecureContext, site: location.hostname, address: location.href }
}
