// One runner for all tests. "fast" is everything without a browser; "calls" drives real browsers with real media, and
// "pages" those journeys that have no call in them and leave most of the machine alone.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source', 'module', 'node', 'development|production'] }
const ssr = { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } }
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

const BROWSERS = ['e2e/**/*.test.ts', 'src/**/*.browser.test.ts']
const WITHOUT_A_CALL = [
  'e2e/{break-glass,door,operate,own-details,plan,provider,second-step,settings,setup,staffing}.test.ts',
  'src/web/{button/button,checks/connection}.browser.test.ts',
]

const inBrowsers = (name: string, files: { include: string[]; exclude?: string[] }) => ({
  resolve,
  ssr,
  oxc,
  test: {
    name,
    ...files,
    globalSetup: ['test/database.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { concurrent: false },
  },
})

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'fast',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
          globalSetup: ['test/database.ts'],
          // No file leaves anything behind in its process: loading the same modules anew for each costs more than the tests.
          isolate: false,
          // They wait for the database more than they work: one at a time would leave a small machine idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      inBrowsers('calls', { include: BROWSERS, exclude: WITHOUT_A_CALL }),
      inBrowsers('pages', { include: WITHOUT_A_CALL }),
      { test: { name: 'pictures', include: ['e2e/pictures.ts'], testTimeout: 240_000 } },
    ],
  },
})
