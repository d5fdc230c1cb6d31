import { describe, expect, test } from 'vitest'
import { type Corner, cornerByKey, nearestCorner, nextCorner } from './self-view-place.ts'

describe('one’s own picture', () => {
  test('[CS7] let go anywhere, it goes to the nearest corner', () => {
    expect(nearestCorner(0.1, 0.2)).toBe('top-left')
    expect(nearestCorner(0.9, 0.49)).toBe('top-right')
    expect(nearestCorner(-0.2, 1.4)).toBe('bottom-left')
    expect(nearestCorner(0.5, 0.5)).toBe('bottom-right')
  })

  test('[CS7] the button takes it round all four corners', () => {
    const round: Corner[] = ['top-right']
    for (let step = 0; step < 4; step++) round.push(nextCorner(round.at(-1) ?? 'top-right'))
    expect(round).toEqual(['top-right', 'bottom-right', 'bottom-left', 'top-left', 'top-right'])
  })

  test('[CS7] arrow keys move it, other keys do not', () => {
    expect(cornerByKey('top-right', 'ArrowDown')).toBe('bottom-right')
    expect(cornerByKey('bottom-right', 'ArrowLeft')).toBe('bottom-left')
    expect(cornerByKey('bottom-left', 'ArrowUp')).toBe('top-left')
    expect(cornerByKey('top-left', 'ArrowRight')).toBe('top-right')
    expect(cornerByKey('top-left', 'Enter')).toBeNull()
  })
})
