import { describe, expect, test } from 'vitest'
import { cleanText, isBlank, plainDigits, tidyLine } from './typed-text.ts'

describe('[AR9] typed text has one form', () => {
  test.each([
    ['composed', 'Zoe\u0308', 'Zoë'],
    ['marks of direction', '\u202aAnna\u202c \u2066Lee\u2069\u200e\u200f\u061c', 'Anna Lee'],
    ['a byte order mark and zero widths', '\ufeffAn\u200bna\u2060', 'Anna'],
    ['soft hyphens', 'Anna\u00admaria', 'Annamaria'],
    ['controls', 'An\u0000n\u0007a\u001b\u007f\u0090', 'Anna'],
    ['line breaks of all kinds', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg', 'a\nb\nc\nd\ne\nf\ng'],
    ['tabs stay', 'a\tb', 'a\tb'],
    ['halves of pairs', 'a\ud800b', 'a\ufffdb'],
    ['tags', 'Anna\u{e0041}\u{e0042}', 'Anna'],
    ['joiners between letters that do not join', 'An\u200dna\u200c', 'Anna'],
    ['a joiner before anything', '\u200dAnna', 'Anna'],
    ['variation selectors of nothing', '\ufe0fAnna \ufe0f', 'Anna '],
    ['interlinear notes', '\ufff9a\ufffab\ufffb', 'ab'],
  ])('%s', (_, typed, kept) => expect(cleanText(typed)).toBe(kept))

  test.each([
    ['Persian', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645'],
    ['Persian as it is being typed', '\u0645\u06cc\u200c'],
    ['Arabic with a vowel', '\u0645\u064e\u200d\u062f'],
    ['Hindi', '\u0915\u094d\u200d\u0937'],
    ['Malayalam at the end of a word', '\u0d28\u0d4d\u200d'],
    ['Sinhala', '\u0dc1\u0dca\u200d\u0dbb\u0dd3'],
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a doctor with a colour of skin', '\u{1f469}\u{1f3fd}\u200d\u2695\ufe0f'],
    ['a heart in colour', '\u2764\ufe0f'],
    ['the flag of Scotland', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a name with a variant of a character', '\u845b\u{e0100}'],
    ['Mongolian', '\u182a\u180e\u1820'],
    ['an Arabic number sign', '\u0600\u0661'],
    ['what this Unicode does not know yet', 'a\u{1fbfa}'],
  ])('%s stays as it is', (_, typed) => expect(cleanText(typed)).toBe(typed))

  test('one line has single blanks and no joiner at an end', () => {
    expect(tidyLine(' \u00a0Mary\u2003\u202fAnn\n')).toBe('Mary Ann')
    expect(tidyLine('\u0645\u06cc\u200c \u0645')).toBe('\u0645\u06cc \u0645')
  })
})

describe('[AR10] what nobody can see is nothing', () => {
  test.each([
    ['blanks', ' \u00a0\u3000\t\n'],
    ['fillers of Hangul', '\u3164\u115f\u1160\uffa0'],
    ['the empty Braille pattern', '\u2800\u2800'],
    ['marks without a letter', '\u0301\u0308\ufe0f'],
    ['format characters', '\u200b\u200d\u2060'],
  ])('%s', (_, typed) => {
    expect(isBlank(typed)).toBe(true)
    expect(cleanText(typed).trim()).toBe('')
    expect(tidyLine(typed)).toBe('')
  })

  test.each(['A', '李', '\u{1f600}', '7', '.', '\u28ff', '\uac00'])('%s can be seen', (typed) =>
    expect(isBlank(typed)).toBe(false),
  )
})

test.each([
  ['Arabic-Indic', '\u0660\u0661\u0669'],
  ['Persian', '\u06f0\u06f1\u06f9'],
  ['Devanagari', '\u0966\u0967\u096f'],
  ['Bengali', '\u09e6\u09e7\u09ef'],
  ['Thai', '\u0e50\u0e51\u0e59'],
  ['full-width', '\uff10\uff11\uff19'],
  ['bold, for mathematics', '\u{1d7ce}\u{1d7cf}\u{1d7d7}'],
  ['of one width, for mathematics', '\u{1d7f6}\u{1d7f7}\u{1d7ff}'],
  ['of Adlam', '\u{1e950}\u{1e951}\u{1e959}'],
])('[AR11] digits are read in every script: %s', (_, typed) => {
  expect(plainDigits(`a${typed}`)).toBe('a019')
})
