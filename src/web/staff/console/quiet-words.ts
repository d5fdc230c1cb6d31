// Why a patient is not to be spoken with, in words for staff.
import { words } from '#text/quiet'

interface Quiet {
  readonly cannotTalk?: boolean | undefined
  readonly usesText?: boolean | undefined
}

/** Null: they may be spoken with. Must not be heard goes before would rather write. */
export function quietWords({ cannotTalk, usesText }: Quiet): { readonly short: string; readonly text: string } | null {
  if (cannotTalk) return words.cannotTalk
  return usesText ? words.usesText : null
}
