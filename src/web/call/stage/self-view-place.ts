// Where one's own small picture stands: one of four corners. Pure; dragging, arrow keys and a button all end here.

export type Corner = 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left'

const ROUND: readonly Corner[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left']

/** The corner nearest to a point of a box; `x` and `y` are shares of its width and height, 0 to 1 and beyond. */
export function nearestCorner(x: number, y: number): Corner {
  if (y < 0.5) return x < 0.5 ? 'top-left' : 'top-right'
  return x < 0.5 ? 'bottom-left' : 'bottom-right'
}

/** Clockwise, for a button that needs no dragging (WCAG 2.5.7). */
export function nextCorner(corner: Corner): Corner {
  return ROUND[(ROUND.indexOf(corner) + 1) % ROUND.length] ?? 'top-right'
}

/** Where an arrow key moves it; null for any other key. */
export function cornerByKey(corner: Corner, key: string): Corner | null {
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right']
  switch (key) {
    case 'ArrowUp':
      return `top-${horizontal}`
    case 'ArrowDown':
      return `bottom-${horizontal}`
    case 'ArrowLeft':
      return `${vertical}-left`
    case 'ArrowRight':
      return `${vertical}-right`
    default:
      return null
  }
}
