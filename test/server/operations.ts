import { contractOf } from '../../src/program/contract.ts'
import type { Server } from '../make.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  minItems?: number
}
type Parameter = { name: string; in: string; schema?: Schema }
type Declared = { parameters?: Parameter[]; requestBody?: { content?: Record<string, { schema?: Schema }> } }

/** One request of the contract: where it goes and a body that it would like. */
export type Operation = {
  method: string
  path: string
  params: Parameter[]
  body: Record<string, unknown> | null
}

/** Every request of the contract, with sample bodies whose ids are `id`. */
export function operationsOf(server: Server, id: string): Operation[] {
  const document = contractOf(server.app)
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Declared>).map(([method, declared]) => {
      const schema = declared.requestBody?.content?.['application/json']?.schema
      const sample = schema === undefined ? null : sampleOf(schema, schemas, id, 0)
      const body = typeof sample === 'object' && sample !== null ? (sample as Record<string, unknown>) : null
      return { method: method.toUpperCase(), path, params: declared.parameters ?? [], body }
    }),
  )
}

/** A value that fits the schema, as plain as possible; optional fields are given too, so that each can be spoiled. */
function sampleOf(schema: Schema, schemas: Record<string, Schema>, id: string, depth: number): unknown {
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.split('/').at(-1) ?? '']
    return named === undefined || depth > 6 ? null : sampleOf(named, schemas, id, depth + 1)
  }
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const alternative = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (alternative !== undefined) return sampleOf(alternative, schemas, id, depth + 1)
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, schemas, id, depth + 1)))
  }
  const type = [schema.type].flat()[0]
  if (type === 'object' || schema.properties !== undefined) {
    const fields = Object.entries(schema.properties ?? {})
    return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field, schemas, id, depth + 1)]))
  }
  if (schema.prefixItems !== undefined)
    return schema.prefixItems.map((item) => sampleOf(item, schemas, id, depth + 1))
  if (type === 'array')
    return schema.items === undefined ? [] : [sampleOf(schema.items, schemas, id, depth + 1)]
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  return schema.format === 'uuid' ? id : schema.format === 'date' ? '2026-05-03' : 'plain text'
}
