import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { words as call } from '#text/call'
import { words as people } from '#text/people'
import { partsOf, typed, unmarked } from './typed.ts'

/** What a person typed, put into a template as it is. */
const BARE = /\$\{(\w*[nN]ames?|patient|alias|email|phone|service|area)\}/

const RIGHT_TO_LEFT = '\u202eשרה'

describe('what a person typed, in a sentence of ours', () => {
  it('[TX2] stands between the marks that keep its direction to itself', () => {
    expect(call.patient.hold.title(RIGHT_TO_LEFT)).toBe(`\u2068${RIGHT_TO_LEFT}\u2069 has put you on hold`)
    expect(people.fullName('Jean', '')).toBe('\u2068Jean\u2069')
  })

  it('[TX2] is kept apart once, also where a name that is marked goes into another sentence', () => {
    expect(typed(typed('Jean'))).toBe('\u2068Jean\u2069')
  })

  it('[TX2] cannot end the isolation by marks of its own', () => {
    expect(typed('a\u2069b\u2066c')).toBe('\u2068abc\u2069')
  })

  it('is nothing where nothing was typed, and reads plainly where direction means nothing', () => {
    expect(typed('')).toBe('')
    expect(unmarked(call.patient.hold.title('Jean'))).toBe('Jean has put you on hold')
  })

  it('is found again among our words', () => {
    expect(partsOf(`You and ${typed('Jean')}.`)).toEqual(['You and ', 'Jean', '.'])
  })

  it('[TX2] a name, an address or a number in any sentence of ours is put there by `typed`', () => {
    const folder = new URL('./en/', import.meta.url)
    const bare = readdirSync(folder).flatMap((file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n')
      return lines.filter((line) => BARE.test(line)).map((line) => `${file}: ${line.trim()}`)
    })
    expect(bare).toEqual([])
  })
})
