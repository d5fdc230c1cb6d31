// Builds one browser entry (`--mode patient`, `--mode staff` or `--mode button`) into dist/web. Each alone: built together
// they would share small files, and an old phone would pay a request for each. Nothing of the server is built here.
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { unopened } from './src/web/unopened/markup.ts'

const page = (name: string) => resolve(import.meta.dirname, `src/web/${name}.html`)

/**
 * What the parts of a page share in small pieces comes with its first file: apart each would cost a request. Never a page's
 * own screens, nor what only later parts need: the drawings of where a device stands are loaded with the first of these.
 */
const SHARED = {
  name: 'shared',
  test: /node_modules[\\/]preact|src[\\/]web[\\/](ui(?![\\/](placing|meter))|kit)[\\/]/,
  minShareCount: 2,
}

/** One file of a name that stays, because websites name it; it runs on their pages, so nothing of it may become global. */
const button = {
  input: resolve(import.meta.dirname, 'src/web/button/main.ts'),
  output: { format: 'iife', entryFileNames: 'button.js' },
} as const

const withWords = {
  name: 'unopened',
  transformIndexHtml: (html: string) => html.replace('<!--unopened-->', unopened),
}

export default defineConfig(({ mode }) => ({
  root: 'src/web',
  publicDir: 'public',
  plugins: [withWords],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    // The socket asks for WebSocket or long polling only (net/socket.ts): the code of the third transport stays out.
    alias: [
      { find: /^\.\/webtransport\.js$/, replacement: resolve(import.meta.dirname, 'src/web/net/webtransport.ts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules'] } } },
  build: {
    outDir: '../../dist/web',
    // The patient's entry is built first.
    emptyOutDir: mode === 'patient',
    target: 'es2020',
    modulePreload: { polyfill: false },
    copyPublicDir: mode === 'patient',
    rollupOptions:
      mode === 'button' ? button : { input: { [mode]: page(mode) }, output: { codeSplitting: { groups: [SHARED] } } },
  },
}))
