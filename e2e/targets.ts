// Runs in a page: what is too small to be pressed by a hand that shakes. As in WCAG 2.5.8 a link in a sentence may be as low
// as its line; the words of a tick or of a field belong to what is pressed.
export function tooSmall(least: number): string[] {
  const found: string[] = []
  const PRESSABLE = 'a[href], button, input, select, textarea, summary, [role=tab], [role=button]'
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  for (const element of (modal ?? document).querySelectorAll<HTMLElement>(PRESSABLE)) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    if (element.closest('[inert], .visually-hidden, .page-skip') || inSentence(element)) continue
    const { width, height } = element.getBoundingClientRect()
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const sizes = [{ width, height }, ...labels.map((label) => label.getBoundingClientRect())]
    if (width <= 1 || sizes.some((one) => one.width > least - 0.5 && one.height > least - 0.5)) continue
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
    found.push(
      `smaller than ${least} px: <${element.localName} class="${element.className}"> ${name}, ${Math.round(width)} x ${Math.round(height)}`,
    )
  }
  return found

  function inSentence(element: HTMLElement): boolean {
    if (getComputedStyle(element).display !== 'inline') return false
    let block = element.parentElement
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement
    const words = (one: Element | null) => one?.textContent?.replaceAll(/\s+/g, '') ?? ''
    return words(block).length > words(element).length
  }
}
