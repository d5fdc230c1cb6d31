import { describe, expect, it } from 'vitest'
import type { FileView } from '#contract/file'
import { Refusal } from '../../net/api.ts'
import { createPhotos } from './photos-model.ts'

const VIEW: FileView = { id: 'x', receivedAt: 0, width: 1, height: 1 }

interface Sending {
  readonly id: string
  readonly progress: (part: number) => void
  resolve(view: FileView): void
  reject(error: unknown): void
  cancelled: boolean
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

function opened(before: readonly FileView[] = []) {
  const sendings: Sending[] = []
  const waiting: (() => void)[] = []
  let ids = 0
  const model = createPhotos({
    list: async () => ({ files: [...before] }),
    send(id, _, progress) {
      const sending: Sending = { id, progress, resolve: () => {}, reject: () => {}, cancelled: false }
      const done = new Promise<FileView>((resolve, reject) => Object.assign(sending, { resolve, reject }))
      sendings.push(sending)
      return {
        done,
        cancel() {
          sending.cancelled = true
        },
      }
    },
    preview: () => 'blob:x',
    forgetPreview: () => {},
    newId: () => `photo-${++ids}`,
    later(run) {
      waiting.push(run)
      return () => void waiting.splice(waiting.indexOf(run), 1)
    },
  })
  const kinds = () => model.state.get().photos.map(({ state }) => state.kind)
  return { model, sendings, waiting, kinds }
}

const photo = (size = 10) => new Blob([new Uint8Array(size)])

describe('[FI6] photos', () => {
  it('say how far they are, and that they are there', async () => {
    const { model, sendings, kinds } = opened()
    model.add([photo()])
    sendings[0]?.progress(0.4)
    expect(model.state.get().photos[0]?.state).toEqual({ kind: 'sending', part: 0.4 })
    sendings[0]?.resolve(VIEW)
    await settled()
    expect(kinds()).toEqual(['sent'])
    model.remove('photo-1')
    expect(kinds()).toEqual(['sent'])
  })

  it('go on by themselves after a lost network, under the same id', async () => {
    const { model, sendings, waiting, kinds } = opened()
    model.add([photo()])
    sendings[0]?.reject(new Refusal('offline'))
    await settled()
    expect(kinds()).toEqual(['waiting'])
    waiting[0]?.()
    expect(sendings.map(({ id }) => id)).toEqual(['photo-1', 'photo-1'])
    expect(kinds()).toEqual(['sending'])
  })

  it('can be stopped, while they go and while they wait for the network', async () => {
    const { model, sendings, waiting, kinds } = opened()
    model.add([photo(), photo()])
    model.remove('photo-1')
    expect(sendings[0]?.cancelled).toBe(true)
    sendings[1]?.reject(new Refusal('offline'))
    await settled()
    model.remove('photo-2')
    expect([waiting, kinds()]).toEqual([[], []])
  })

  it('that are refused say why, and leave their place to another', async () => {
    const { model, sendings, kinds } = opened([VIEW, VIEW, VIEW])
    await settled()
    model.add([photo(), photo(), photo()])
    expect(sendings).toHaveLength(2)
    expect(model.left()).toBe(0)
    sendings[0]?.reject(new Refusal('file/heic'))
    await settled()
    expect(kinds()).toEqual(['refused', 'sending', 'refused'])
    expect(model.state.get().photos[2]?.state, 'one too many').toMatchObject({ refusal: { code: 'file/too-many' } })
    expect(model.left()).toBe(1)
  })

  it('go again when a server that was busy is not', async () => {
    const { model, sendings, waiting, kinds } = opened()
    model.add([photo()])
    for (const [at, code] of (['server/busy', 'request/too-many'] as const).entries()) {
      sendings[at]?.reject(new Refusal(code))
      await settled()
      expect(kinds()).toEqual(['waiting'])
      waiting.pop()?.()
    }
    expect(sendings.map(({ id }) => id)).toEqual(['photo-1', 'photo-1', 'photo-1'])
  })

  it('that are too large are not sent at all', () => {
    const { model, sendings, kinds } = opened()
    model.add([photo(10 * 1024 * 1024 + 1)])
    expect([sendings, kinds()]).toEqual([[], ['refused']])
  })
})
