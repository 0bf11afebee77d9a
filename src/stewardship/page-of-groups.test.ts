import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './page-of-groups.ts'

test('a page is what a page of all members in order would be', () => {
  const counts = fc.array(fc.nat(12), { maxLength: 8 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 20 }), fc.nat(40), (sizes, size, offset) => {
      const groups = sizes.map((count, name) => ({ name, count }))
      const members = groups.flatMap(({ name, count }) =>
        Array.from({ length: count }, (_, at) => `${name}:${at}`),
      )
      const page = piecesOf(groups, size, offset).flatMap(({ group, skip, take }) =>
        Array.from({ length: take }, (_, at) => `${group.name}:${skip + at}`),
      )
      expect(page).toEqual(members.slice(offset, offset + size))
    }),
  )
})
