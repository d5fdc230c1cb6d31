// One runner for all tests. "fast" is everything without a browser; "calls" drives real browsers with real media, and
// "pages" those journeys in which no call is looked at closely, and that leave most of the machine alone.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source', 'module', 'node', 'development|production'] }
const ssr = { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } }
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

const BROWSERS = ['e2e/**/*.test.ts', 'src/**/*.browser.test.ts']
const NO_CALL_WATCHED = [
  'e2e/appointment-pages.test.ts',
  'e2e/{alias,appointment,break-glass,clinic-list,door,forms,gallery,install,log,looks,no-calls,operate,own-details,plan,preparation,provider}.test.ts',
  'e2e/{feedback,photos,proof,recall,said,second-step,self-hosting,settings,setup,shared-device,staffing,traces,turn}.test.ts',
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
          // They wait for the database and for clocks about as long as they work: fewer leave a small machine idle.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      inBrowsers('calls', { include: BROWSERS, exclude: NO_CALL_WATCHED }),
      inBrowsers('pages', { include: NO_CALL_WATCHED }),
      { test: { name: 'pictures', include: ['e2e/pictures.ts'], testTimeout: 240_000 } },
    ],
  },
})
