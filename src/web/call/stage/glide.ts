// Shows where something went: from where it was to where it is, in 180 ms; at once for those who want no motion.

export function glide(element: HTMLElement, came: DOMRect): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const is = element.getBoundingClientRect()
  element.animate?.(
    [{ transform: `translate(${came.left - is.left}px, ${came.top - is.top}px)` }, { transform: 'none' }],
    { duration: 180, easing: 'ease-out' },
  )
}
