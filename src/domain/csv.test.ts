import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('a line is quoted, whatever stands in it', () => {
  expect(csvLine(['Priya', 'said "no", then\nyes', null, 7])).toBe('"Priya","said ""no"", then\nyes","",7\r\n')
})

test.each(['=1+1', '+44 113', '-2', '@sum(a1)', '\t=1', '\r=1', '\n=1', '＝1'])('[AU12] %j is no formula', (typed) => {
  expect(csvLine([typed])).toBe(`"'${typed}"\r\n`)
})

test('[AU12] what only holds such a sign stays as it is', () => {
  expect(csvLine(['a=b', ' x', "O'Hara-Smith"])).toBe(`"a=b"," x","O'Hara-Smith"\r\n`)
})
