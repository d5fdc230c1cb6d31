// What checks and writes an endpoint's bodies is compiled once for a schema. The refusals of a hundred endpoints are one
// schema, so the server is there sooner; and a second server in the same process has nothing left to compile.
import { AjvCompiler } from '@fastify/ajv-compiler'
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'

type SerializerCompiler = ReturnType<ReturnType<typeof SerializerSelector>>

const compile = SerializerSelector()()
const writers = new WeakMap<object, ReturnType<SerializerCompiler>>()

const writerOf: SerializerCompiler = (route) => {
  const schema = route.schema as object
  const writer = writers.get(schema) ?? compile(route)
  writers.set(schema, writer)
  return writer
}

/** For `schemaController` of every Fastify here. No schema has an id, so none means another thing elsewhere. */
export const COMPILERS = { buildValidator: AjvCompiler(), buildSerializer: () => writerOf }
