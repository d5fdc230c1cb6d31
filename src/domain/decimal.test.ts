import { expect, test } from 'vitest'
import { addDecimals, compareDecimals, decimalOf, shortDecimal } from './decimal.ts'
import { exactNumber, readExactJson, writeExactJson } from './exact-json.ts'

test('[QN6] what people type as a number is one, with its places', () => {
  expect(['7', ' 0.10 ', '0,5', '-3.20', '\u22125', '007.5', '٣٫٥', '٣.٥', '+2'].map(decimalOf)).toEqual(
    ['7', '0.10', '0.5', '-3.20', '-5', '7.5', null, '3.5', '2'], // the Arabic separator is not typed on phones
  )
  expect(['', '.', '5.', '.5', '1.2.3', '1 000', '7o', 'Infinity', '1e5', '--1', '-0'].map(decimalOf)).toEqual([
    ...Array(10).fill(null),
    '0',
  ])
})

test('[QN6] decimals add up and compare as on paper', () => {
  expect(addDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(addDecimals(['2.5', '7.50', '-10'])).toBe('0.00')
  expect(addDecimals(['-0.05', '-0.05'])).toBe('-0.10')
  expect(addDecimals([])).toBe('0')
  expect(compareDecimals('0.10', '0.1')).toBe(0)
  expect(compareDecimals('-2', '-1.99')).toBe(-1)
  expect(compareDecimals('10', '9.99')).toBe(1)
  expect(['7.50', '7.0', '100', '0.00'].map(shortDecimal)).toEqual(['7.5', '7', '100', '0'])
})

test('[QN6] numbers in a file keep the places they were written with', () => {
  const text = '{"a":1.50,"b":[-0.010,3],"c":"7.50 \\"8.0\\"","d":12345678901234567890.5}'
  expect(writeExactJson(readExactJson(text))).toBe(text)
  const numbers = readExactJson('[1.50,1.5e2,12.5e-3,-4E+0,1e25,"1",true]') as unknown[]
  expect(numbers.map(exactNumber)).toEqual(['1.50', '150', '0.0125', '-4', null, null, null])
})
