// `npm run gallery`: every component and screen state with made-up people, built again when a source changes. Nothing of it
// is in what `npm run build` makes.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview, type UserConfig } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** For Vite. Built into `folder`, because a page of many frames is slow with a request for each module. */
const gallery = (folder: string) =>
  ({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'gallery'),
    publicDir: join(root, 'src/web/public'),
    mode: 'gallery',
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: true,
      chunkSizeWarningLimit: 5000,
      rollupOptions: { input: { gallery: join(root, 'gallery/index.html') } },
    },
  }) satisfies UserConfig & { configFile: string }

export const buildGallery = (folder: string) => build(gallery(folder))

/** Where it is, and how to end it. `port` 0: any free one. */
export async function serveGallery(folder: string, port: number) {
  const server = await preview({ ...gallery(folder), preview: { port, host: 'localhost' } })
  return {
    url: `http://localhost:${(server.httpServer.address() as AddressInfo).port}/gallery`,
    close: () => server.close(),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, '.cache/gallery')
  const settings = gallery(folder)
  const watcher = await build({ ...settings, build: { ...settings.build, watch: {} } })
  if (!('on' in watcher)) throw new Error('not watching')
  watcher.on('event', ({ code }) => {
    if (code === 'END') console.log('The gallery is built: load its page again.')
  })
  const { url } = await serveGallery(folder, 5175)
  console.log(`The gallery: ${url}`)
}
