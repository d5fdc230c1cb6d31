// Rewrites a reply's schema so that the serialiser can make code for it. A choice between schemas it would settle by
// validating, with a validator that is compiled at the first reply: a tenth of a second and more in which nobody is served.
import type { TSchema } from 'typebox'
import { ProblemReply } from '#contract/shapes'

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

/** The same schema: a choice of texts as `enum`, of plain types as `type`, and one that may be null as `nullable`. */
export function forSerialiser(schema: TSchema): Schema {
  const said = inItsWords.get(schema) ?? (plain(schema) as Schema)
  inItsWords.set(schema, said)
  return said
}

/** The same object for the same schema: what is compiled for it is found by it. */
const inItsWords = new WeakMap<TSchema, Schema>()

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isSchema(value)) return value
  const schema = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
  if (isTexts(schema.enum)) return { type: 'string', ...schema }
  return Array.isArray(schema.anyOf) ? choice(schema, schema.anyOf) : schema
}

const isTexts = (values: unknown): boolean =>
  Array.isArray(values) && values.every((value) => typeof value === 'string')

function choice({ anyOf: _, ...rest }: Schema, all: readonly Schema[]): Schema {
  const some = all.filter(({ type }) => type !== 'null')
  const nullable = some.length < all.length ? { nullable: true } : {}
  const texts = some.map((one) => one.const)
  if (isTexts(texts)) return { ...rest, type: 'string', enum: texts, ...nullable }
  const [one] = some
  if (some.length === 1 && one?.type) return { ...rest, ...one, ...nullable }
  if (all.every((each) => isPlainType(each))) return { ...rest, type: all.map(({ type }) => type) }
  return { ...rest, anyOf: all }
}

const isPlainType = (schema: Schema): boolean => Object.keys(schema).length === 1 && typeof schema.type === 'string'

const REFUSAL = forSerialiser(ProblemReply)
/** What every endpoint replies when it refuses. */
export const REFUSALS = { '4xx': REFUSAL, '5xx': REFUSAL }
