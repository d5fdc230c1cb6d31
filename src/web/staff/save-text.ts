// Saves a text as a file on this device, by the browser's own download.
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The download has begun by then, also in browsers that begin it a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
