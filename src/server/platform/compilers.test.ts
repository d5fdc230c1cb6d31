import Fastify from 'fastify'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { Nullable } from '#contract/shapes'
import { COMPILERS } from './compilers.ts'
import { forSerialiser, REFUSALS } from './reply-schema.ts'

const Name = Type.Object({ name: Type.String() })
const Age = Type.Object({ age: Nullable(Type.Number()) })
const route = { method: 'GET', url: '/', httpStatus: '200' }
const writerOf = (schema: unknown) => COMPILERS.buildSerializer()({ ...route, schema })

test('a reply is compiled once, for every endpoint and every server that says it', () => {
  expect(writerOf(forSerialiser(Name))).toBe(writerOf(forSerialiser(Name)))
  expect(writerOf(REFUSALS['4xx'])).toBe(writerOf(REFUSALS['5xx']))
  expect(writerOf(forSerialiser(Age))).not.toBe(writerOf(forSerialiser(Name)))
})

test('each of two servers takes and sends what its own endpoints declare', async () => {
  const sent = await Promise.all(
    [Name, Age].map(async (schema) => {
      const app = Fastify({
        ajv: { customOptions: { removeAdditional: 'all', coerceTypes: false } },
        schemaController: { compilersFactory: COMPILERS },
      })
      app.route({
        method: 'POST',
        url: '/',
        schema: { body: schema, response: { 200: forSerialiser(schema) } },
        handler: async ({ body }) => ({ ...(body as object), secret: 1 }),
      })
      const both = await app.inject({ method: 'POST', url: '/', payload: { name: 'A', age: 3, more: 2 } })
      const neither = await app.inject({ method: 'POST', url: '/', payload: { more: 2 } })
      return [both.body, neither.statusCode]
    }),
  )
  expect(sent).toEqual([
    ['{"name":"A"}', 400],
    ['{"age":3}', 400],
  ])
})
