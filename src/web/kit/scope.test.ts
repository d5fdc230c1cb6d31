import { expect, test } from 'vitest'
import { createScope } from './scope.ts'

test('a scope disposes of everything once, in order', () => {
  const disposed: string[] = []
  const scope = createScope([() => disposed.push('first')])
  scope.add(() => disposed.push('second'))
  scope.close()
  scope.close()
  expect(disposed).toEqual(['first', 'second'])
})
