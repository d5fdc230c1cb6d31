// One word for one thing, in every text of the screens.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const FOLDER = new URL('en/', import.meta.url)

test('[TX7] no text says “consultation” where it says “visit” elsewhere', () => {
  const said = readdirSync(FOLDER).flatMap((file) =>
    readFileSync(new URL(file, FOLDER), 'utf8')
      .split('\n')
      // Comments, modules and names of entries are nobody's to read.
      .filter((line) => !/^\s*(\/\/|\*|\/\*|import )/.test(line))
      .filter((line) => /(['`])(?:(?!\1).)*consultation(?:(?!\1).)*\1/i.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )
  expect(said).toEqual([])
})
