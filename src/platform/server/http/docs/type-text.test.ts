import { expect, test } from 'vitest'
import type { Schema } from './document.ts'
import { noteOf, typeText } from './type-text.ts'

test.each<[Schema | undefined, string]>([
  [undefined, 'unknown'],
  [{ type: 'string' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ enum: ['A', 'B'] }, '"A" | "B"'],
  [{ type: 'array', items: { enum: ['A', 'B'] } }, '("A" | "B")[]'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Key' } }, 'Key[]'],
  [{ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'string' }] }, 'string | number'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [name: string]: number }'],
  [
    {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', description: 'as people say it' }, age: { type: 'integer' } },
    },
    '{\n  name: string  // as people say it\n  age?: integer\n}',
  ],
])('%o', (schema, text) => {
  expect(typeText(schema, new Set())).toBe(text)
})

test('names are collected', () => {
  const names = new Set<string>()
  typeText({ allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, names)
  expect([...names]).toEqual(['A', 'B'])
})

test('a schema that contains itself comes to an end', () => {
  const self: { type: string; properties: Record<string, Schema> } = { type: 'object', properties: {} }
  self.properties['child'] = self
  expect(typeText(self, new Set())).toContain('unknown')
})

test('limits are said, the largest integer is not', () => {
  expect(noteOf({ type: 'integer', minimum: 1, maximum: 50, default: 20 })).toBe('1 to 50; default 20')
  expect(noteOf({ type: 'integer', minimum: 0, maximum: 9007199254740991 })).toBe('0 to …')
})
