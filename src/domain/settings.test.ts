import { describe, expect, test } from 'vitest'
import {
  above,
  BEDSIDE_SETTINGS,
  changed,
  inForce,
  type Layers,
  SETTING_GROUPS,
  SETTING_NAMES,
  settingsOf,
  sourceOf,
} from './settings.ts'

const LAYERS: Layers = {
  organisation: { consent: 'Organisation', afterText: 'Organisation', waitingSound: true },
  service: { afterText: 'Service', afterLink: null },
  area: { waitingSound: false },
}

test('every setting stands in one group of the settings page', () => {
  expect(Object.values(SETTING_GROUPS).flat().sort()).toEqual([...SETTING_NAMES].sort())
})

describe('[HD1] what is in force', () => {
  test('is what the innermost level says, and else what Bedside begins with', () => {
    expect(settingsOf(LAYERS)).toEqual({
      ...BEDSIDE_SETTINGS,
      consent: 'Organisation',
      afterText: 'Service',
      waitingSound: false,
    })
    expect(settingsOf({})).toEqual(BEDSIDE_SETTINGS)
  })

  test('knows no names that are no settings', () => {
    expect(inForce({ consent: 'x', gone: 1 } as never)).toEqual({ ...BEDSIDE_SETTINGS, consent: 'x' })
  })

  test('seen from a level, what is above it alone is handed down', () => {
    expect(settingsOf(above(LAYERS, 'area')).waitingSound).toBe(true)
    expect(settingsOf(above(LAYERS, 'service')).afterText).toBe('Organisation')
    expect(settingsOf(above(LAYERS, 'organisation'))).toEqual(BEDSIDE_SETTINGS)
  })
})

test.each([
  ['consent', 'organisation'],
  ['afterText', 'service'],
  ['afterLink', 'service'],
  ['waitingSound', 'area'],
  ['logoId', 'bedside'],
] as const)('[HD2] %s comes from: %s', (name, source) => expect(sourceOf(LAYERS, name)).toBe(source))

test('[HD2] a value is given, and given back', () => {
  const own = changed({ consent: 'a', afterText: 'b' }, { afterText: 'c', logoId: null }, ['consent', 'planId'])
  expect(own).toEqual({ afterText: 'c', logoId: null })
})
