// One runner for all tests. "fast" is everything without a browser; "e2e" drives real browsers with real media.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['source', 'module', 'node', 'development|production'] }
const ssr = { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } }
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

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
      {
        resolve,
        ssr,
        oxc,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts', 'src/**/*.browser.test.ts'],
          globalSetup: ['test/database.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { concurrent: false },
        },
      },
      { test: { name: 'pictures', include: ['e2e/pictures.ts'], testTimeout: 240_000 } },
    ],
  },
})
