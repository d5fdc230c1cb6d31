// Sending a file to our own server, with how far it is; `link` is the secret of the personal link that it is sent by. As `call`, it throws `Refusal`.
import { type Asker, Refusal } from './api.ts'

export interface Upload<T> {
  readonly done: Promise<T>
  /** `done` never settles then. */
  cancel(): void
}

/** `progress` hears from 0 to 1. */
export function upload<T>(
  url: string,
  file: Blob,
  { visitId, link }: Asker & { readonly link?: string },
  progress: (part: number) => void,
): Upload<T> {
  const request = new XMLHttpRequest()
  const done = new Promise<T>((resolve, reject) => {
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('x-bedside', '1')
    request.setRequestHeader('content-type', 'application/octet-stream')
    if (link !== undefined) request.setRequestHeader('x-bedside-link', link)
    if (visitId !== undefined) request.setRequestHeader('x-bedside-visit', visitId)
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) return resolve(response as T)
      reject(
        new Refusal(response?.code ?? (status === 413 ? 'request/too-large' : 'server/fault'), response?.detail ?? {}),
      )
    }
    request.onerror = () => reject(new Refusal('offline'))
    request.ontimeout = request.onerror
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
