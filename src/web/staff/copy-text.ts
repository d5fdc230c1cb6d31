// Puts text on the clipboard. The newer way needs HTTPS; on a plain address of a local network the older one still works.

/** True when it was copied. Never throws: the caller then asks the person to select and copy. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea')
  box.value = text
  box.style.position = 'fixed'
  box.style.opacity = '0'
  // Inside an open dialog: everything outside it takes no focus.
  const place = document.querySelector('dialog[open]') ?? document.body
  const before = document.activeElement
  place.append(box)
  box.select()
  let copied = false
  try {
    copied = document.execCommand('copy')
  } catch {
    // Then it was not copied.
  }
  box.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
