import { expect, test } from 'vitest'
import { createdFields, forgiveUnknown, isLookedUp } from './references.ts'
import type { CellProblem, Field } from './target.ts'

const fields: readonly Field[] = [
  { name: 'owner', kind: 'reference', headers: [], unknown: ['empty'] },
  { name: 'territory', kind: 'reference', headers: [], unknown: ['empty', 'create'] },
  { name: 'order', kind: 'reference', headers: [] },
  { name: 'country', kind: 'country', headers: [] },
]

test.each([
  [{ code: 'unknown-person', field: 'owner' }, true],
  [{ code: 'has-left', field: 'owner' }, true],
  [{ code: 'too-long', field: 'owner' }, false],
  [{ code: 'unknown-country', field: 'country' }, false],
  [{ code: 'too-few-cells' }, false],
])('%o is looked up anew: %s', (problem, is) => {
  expect(isLookedUp(problem, fields)).toBe(is)
})

const rowWith = (...problems: CellProblem[]) => ({
  values: { name: 'Bar', owner: 'Nobody', territory: 'Norte', order: '7' },
  problems,
})

test('what a person lets be empty is left out; everything else stays wrong', () => {
  const row = rowWith(
    { code: 'unknown-person', field: 'owner' },
    { code: 'unknown-territory', field: 'territory' },
    { code: 'unknown-order', field: 'order' },
  )
  forgiveUnknown(row, fields, { owner: 'empty', order: 'empty' })
  expect(row.values).toEqual({ name: 'Bar', territory: 'Norte', order: '7' })
  expect(row.problems.map((one) => one.field)).toEqual(['territory', 'order'])
})

test('without a choice nothing is forgiven', () => {
  const row = rowWith({ code: 'unknown-person', field: 'owner' })
  forgiveUnknown(row, fields)
  expect(row.problems).toHaveLength(1)
})

test('only what can be created is', () => {
  expect([...createdFields(fields, { owner: 'create', territory: 'create' })]).toEqual(['territory'])
})
