import { describe, expect, it } from 'vitest'
import { openPreferences } from './preferences.ts'

function storage(content: string | null) {
  const kept = { content }
  const setItem = (_: string, value: string) => {
    kept.content = value
  }
  return { kept, getItem: () => kept.content, setItem }
}

describe('what this browser remembers', () => {
  it('[D19] each way of announcing stays as it was set', () => {
    const store = storage(null)
    const before = openPreferences(store)
    expect(before.alerts.get()).toEqual({ sound: true, notification: true, title: true })
    before.alerts.update((now) => ({ ...now, sound: false }))
    expect(openPreferences(store).alerts.get()).toEqual({ sound: false, notification: true, title: true })
    before.areas.set(['area'])
    expect(openPreferences(store).areas.get()).toEqual(['area'])
  })

  it('[D19] holds switches and areas, nothing else', () => {
    const store = storage(null)
    openPreferences(store).areas.set(['area'])
    expect(JSON.parse(store.kept.content ?? '')).toEqual({
      alerts: { sound: true, notification: true, title: true },
      areas: ['area'],
    })
  })

  it('works with nonsense and with a storage that throws', () => {
    const usual = { sound: true, notification: true, title: true }
    expect(openPreferences(storage('{"alerts":{"sound":"loud"},"areas":[7]}')).alerts.get()).toEqual(usual)
    expect(openPreferences(storage('{"areas":[7]}')).areas.get()).toBeNull()
    const closed = () => {
      throw new Error('no storage here')
    }
    const preferences = openPreferences({ getItem: closed, setItem: closed })
    preferences.alerts.update((now) => ({ ...now, title: false }))
    expect(preferences.alerts.get().title).toBe(false)
  })
})
