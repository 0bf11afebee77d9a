import * as fc from 'fast-check'
import type { DueFacts } from '../src/visits/due.ts'
import { dayFromNumber } from '../src/values/day.ts'

const day = fc.integer({ min: 20_000, max: 21_500 }).map(dayFromNumber)
const yearDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))

/** Anything that a customer's next visit may depend on. */
export const someDueFacts: fc.Arbitrary<DueFacts> = fc.record({
  active: fc.boolean(),
  lastVisit: fc.option(day, { nil: null }),
  since: day,
  closures: fc.array(fc.record({ from: yearDay, to: yearDay }), { maxLength: 2 }),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
})
