// Finds the points of one body in small pictures, in a thread of its own so that the call never waits for it. Pictures come
// from this page, are looked at once and forgotten; nothing leaves the device, and nothing is asked of any network but the
// model's own files, from our own server.
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import wasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import * as tf from '@tensorflow/tfjs-core'
import weights from '../../../node_modules/@vladmandic/human/models/movenet-lightning.bin?url'
import topology from '../../../node_modules/@vladmandic/human/models/movenet-lightning.json?url'
import { type FromPose, PICTURE_SIDE, type ToPose } from './pose-words.ts'

const say = (words: FromPose) => postMessage(words)

interface Manifest {
  readonly modelTopology: object
  readonly signature: object
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[]
}

async function load() {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  // It wants a name for each of its three programs; whoever starts this thread has seen that this one can run.
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasm,
    'tfjs-backend-wasm-simd.wasm': wasm,
    'tfjs-backend-wasm-threaded-simd.wasm': wasm,
  })
  const fetched = async (url: string) => {
    const reply = await fetch(url, { priority: 'low' } as RequestInit)
    if (!reply.ok) throw new Error(`no ${url}`)
    return reply
  }
  const [{ modelTopology, signature, weightsManifest }, weightData] = await Promise.all([
    fetched(topology).then((reply): Promise<Manifest> => reply.json()),
    fetched(weights).then((reply) => reply.arrayBuffer()),
    tf.setBackend('wasm').then((ready) => ready || Promise.reject(new Error('no wasm'))),
  ])
  const weightSpecs = weightsManifest.flatMap((group) => group.weights)
  return loadGraphModel(tf.io.fromMemory({ modelTopology, signature, weightSpecs, weightData }))
}

const model = load()
model.then(
  () => say({ kind: 'ready' }),
  (error: unknown) => say({ kind: 'failed', why: error instanceof Error ? error.message : '' }),
)

addEventListener('message', async ({ data }: MessageEvent<ToPose>) => {
  const net = await model
  const side = PICTURE_SIDE
  const began = performance.now()
  const found = tf.tidy(() => {
    const points = tf.browser.fromPixels({ data: new Uint8Array(data.points), width: side, height: side }, 3)
    return net.predict(tf.expandDims(tf.cast(points, 'int32'), 0)) as tf.Tensor
  })
  // 17 times y, x, score.
  const values = Array.from(await found.data())
  found.dispose()
  const { x, width, ...rest } = data.inside
  const half = width / 2
  const left = brightnessOf(data.points, { ...rest, x, width: half })
  const right = brightnessOf(data.points, { ...rest, x: x + Math.ceil(half), width: half })
  const sides = { left, right }
  say({ kind: 'found', values, brightness: (left + right) / 2, sides, ms: performance.now() - began })
})

/** Mean of a piece of the picture itself, without the bars that make it square; by the eye's own weights. */
function brightnessOf(buffer: ArrayBuffer, { x, y, width, height }: ToPose['inside']): number {
  const points = new Uint8ClampedArray(buffer)
  let sum = 0
  for (let row = y; row < y + height; row += 2)
    for (let column = x; column < x + width; column += 2) {
      const at = (row * PICTURE_SIDE + column) * 4
      sum += 0.299 * (points[at] ?? 0) + 0.587 * (points[at + 1] ?? 0) + 0.114 * (points[at + 2] ?? 0)
    }
  return sum / (Math.ceil(height / 2) * Math.ceil(width / 2) * 255 || 1)
}
