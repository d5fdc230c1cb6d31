import Fastify from 'fastify'
import { type TSchema, Type } from 'typebox'
import { expect, test } from 'vitest'
import { Nullable, ProblemReply } from '#contract/shapes'
import { AreaQueue, ConsultationView, JoinReply } from '#contract/visit'
import { forSerialiser } from './reply-schema.ts'

/** What is sent of `value` by a schema as it stands and by the one for the serialiser. */
async function sent(schema: TSchema, value: unknown): Promise<string[]> {
  const app = Fastify()
  for (const [url, reply] of Object.entries({ '/as-it-stands': schema, '/for-serialiser': forSerialiser(schema) }))
    app.route({ method: 'GET', url, schema: { response: { 200: reply } }, handler: async () => value })
  return Promise.all(['/as-it-stands', '/for-serialiser'].map(async (url) => (await app.inject(url)).body))
}

const Inner = Type.Object({ name: Type.String(), more: Nullable(Type.Array(Nullable(Type.Number()))) })
const Kind = Type.Union([Type.Literal('one'), Type.Literal('two')])
const All = Type.Object({
  kind: Kind,
  perhaps: Nullable(Kind),
  listed: Nullable(Type.Enum(['a', 'b'])),
  text: Nullable(Type.String()),
  inner: Nullable(Inner),
  optional: Type.Optional(Nullable(Inner)),
  either: Type.Union([
    Type.Object({ is: Type.Literal('left'), inner: Nullable(Inner) }),
    Type.Object({ is: Type.Literal('right'), kind: Kind }),
    Type.Null(),
  ]),
})
const inner = { name: 'B', more: [1, null], secret: 4 }
const either = { is: 'left', inner, secret: 5 }

test.each([
  { kind: 'one', perhaps: null, listed: null, text: null, inner: null, either: null },
  { kind: 'two', perhaps: 'two', listed: 'b', text: 'A "text"', inner, optional: inner, either, secret: 1 },
  { kind: 'two', perhaps: null, listed: 'a', text: '', inner: { name: '', more: null }, optional: null, either },
  { kind: 'one', perhaps: 'one', listed: null, text: '', inner, either: { is: 'right', kind: 'one', secret: 6 } },
])('[AC10] what is sent is the same, and nothing that is not declared: %#', async (value) => {
  const [asItStands, forIt] = await sent(All, value)
  expect(forIt).toBe(asItStands)
  const told = { ...value }
  delete told.secret
  const clean = JSON.parse(JSON.stringify(told, (key, part) => (key === 'secret' ? undefined : part)))
  expect(JSON.parse(forIt ?? '')).toEqual(clean)
})

test('[AC10] a refusal is sent with what it says of the matter', async () => {
  const detail = { name: 'A', seconds: 3, locked: true, until: null }
  const problem = { type: 'about:blank', title: 'No', status: 403, code: 'access/not-allowed', detail }
  expect(await sent(ProblemReply, problem)).toEqual([JSON.stringify(problem), JSON.stringify(problem)])
})

test('[AC10] nothing has to be validated to be sent where a press waits for it', () => {
  const choices = (schema: TSchema) => JSON.stringify(forSerialiser(schema)).split('"anyOf"').length - 1
  expect([choices(JoinReply), choices(ConsultationView), choices(ProblemReply)]).toEqual([0, 0, 0])
  // Whether an area is open is said in three ways.
  expect(choices(AreaQueue)).toBe(1)
})
