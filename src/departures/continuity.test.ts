import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PartFacts, continuityOf, continuityParts } from './continuity.ts'

const nothing: PartFacts = {
  known: null,
  backups: null,
  channels: null,
  profiles: null,
  room: null,
  agreements: null,
}
const part = fc.option(
  fc
    .integer({ min: 0, max: 50 })
    .chain((of) => fc.record({ of: fc.constant(of), have: fc.integer({ min: 0, max: of }) })),
)
const facts = fc.record({
  known: part,
  backups: part,
  channels: part,
  profiles: part,
  room: part,
  agreements: part,
}) as fc.Arbitrary<PartFacts>

test('its weights are a hundred', () => {
  expect(Object.values(continuityParts).reduce((sum, one) => sum + one, 0)).toBe(100)
})

test.each([
  ['all in order', { known: { have: 5, of: 5 }, backups: { have: 2, of: 2 } }, 100],
  ['all lost', { known: { have: 0, of: 5 }, profiles: { have: 0, of: 5 } }, 0],
  ['half of what counts twice as much', { known: { have: 5, of: 5 }, channels: { have: 0, of: 5 } }, 70],
  ['nothing to lose', {}, null],
  ['agreements alone say nothing of customers', { agreements: { have: 0, of: 1 } }, null],
])('%s', (_, some, score) => {
  expect(continuityOf({ ...nothing, ...some }).score).toBe(score)
})

test('it lies between 0 and 100, its parts add up to it, and more in order never lowers it', () => {
  fc.assert(
    fc.property(facts, (some) => {
      const { score, parts } = continuityOf(some)
      if (score === null) return
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(100)
      expect(Math.round(parts.reduce((sum, { points }) => sum + points, 0))).toBe(score)
      for (const { part: name, have, of } of parts) {
        const more = continuityOf({ ...some, [name]: { have: Math.min(of, have + 1), of } })
        expect(more.score).toBeGreaterThanOrEqual(score)
      }
    }),
  )
})
