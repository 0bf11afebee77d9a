import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../values/refusal.ts'
import { scopesFor } from './key-scopes.ts'

const names = fc.uniqueArray(fc.constantFrom('a.read', 'a.change', 'b.read', 'b.change', 'c.export'))

test('a key gets what was asked, once each, and never more than its maker may', () => {
  fc.assert(
    fc.property(names, names, (asked, may) => {
      const given = scopesFor([...asked, ...asked], may)
      if (isRefusal(given)) expect(asked.some((name) => !may.includes(name))).toBe(true)
      else expect(given).toEqual(asked.toSorted())
    }),
  )
})

test('says which scopes go too far', () => {
  expect(scopesFor(['a.read', 'b.change'], ['a.read'])).toEqual({
    refused: 'invalid-scopes',
    rule: '10.1',
    facts: { scopes: 'b.change' },
  })
})
