import type { Schema } from './document.ts'

const deepest = 8

/**
 * A schema as people read types: `{ name: string, tier?: "A" | "B" | "C" }`, one property a line, its description behind
 * it. Named schemas stay names; `names` collects them.
 */
export function typeText(schema: Schema | undefined, names: Set<string>, depth = 0): string {
  if (schema === undefined || depth > deepest) return 'unknown'
  if (schema.$ref !== undefined) return named(schema.$ref, names)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const parts = schema.anyOf ?? schema.oneOf
  if (parts !== undefined) return unique(parts.map((part) => typeText(part, names, depth))).join(' | ')
  if (schema.allOf !== undefined)
    return unique(schema.allOf.map((part) => typeText(part, names, depth))).join(' & ')
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  return types.length === 0
    ? objectText(schema, names, depth)
    : types.map((type) => ofType(type, schema, names, depth)).join(' | ')
}

function ofType(type: string, schema: Schema, names: Set<string>, depth: number): string {
  if (type === 'object') return objectText(schema, names, depth)
  if (type === 'array') {
    const item = typeText(schema.items, names, depth)
    return item.includes(' | ') || item.includes(' & ') ? `(${item})[]` : `${item}[]`
  }
  return type
}

function objectText(schema: Schema, names: Set<string>, depth: number): string {
  const { properties, additionalProperties: rest } = schema
  if (properties === undefined) {
    return typeof rest === 'object' ? `{ [name: string]: ${typeText(rest, names, depth)} }` : 'object'
  }
  const indent = '  '.repeat(depth + 1)
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = schema.required?.includes(name) === true ? '' : '?'
    const note = noteOf(property)
    return `${indent}${name}${optional}: ${typeText(property, names, depth + 1)}${note === '' ? '' : `  // ${note}`}`
  })
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
}

/** What the type can't say: meaning, form, limits, default. */
export function noteOf(schema: Schema): string {
  const { description, format, minimum, maximum, minLength, maxLength } = schema
  return [
    description ?? null,
    format ?? null,
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    schema.default === undefined ? null : `default ${JSON.stringify(schema.default)}`,
  ]
    .filter((word) => word !== null)
    .join('; ')
}

function range(low: number | undefined, high: number | undefined, unit: string): string | null {
  const end = high === undefined || high > 2 ** 31 ? null : high
  return low === undefined && end === null ? null : `${low ?? ''} to ${end ?? '…'}${unit}`
}

function named(ref: string, names: Set<string>): string {
  const name = ref.slice(ref.lastIndexOf('/') + 1)
  names.add(name)
  return name
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
