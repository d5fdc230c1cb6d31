// Near the end of the build: writes a Brotli and a gzip copy beside every file that gains by it, so that the server
// compresses nothing while patients wait.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const folder = fileURLToPath(new URL('../dist/web', import.meta.url))
const WORTH_IT = /\.(js|css|html|svg|json|webmanifest|txt|wasm)$/
/** Below this many bytes the reply's head is most of it. */
const LEAST = 512

for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, String(name))
  if (!WORTH_IT.test(path) || statSync(path).size < LEAST) continue
  const plain = readFileSync(path)
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: brotli }))
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }))
}
