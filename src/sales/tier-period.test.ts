import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { lastPeriodEnd, nextRunOn } from './tier-period.ts'

test.each([
  ['2026-03-18', 'quarter', '2025-12-31', '2026-04-01'],
  ['2026-04-01', 'quarter', '2026-03-31', '2026-07-01'],
  ['2026-12-31', 'quarter', '2026-09-30', '2027-01-01'],
  ['2028-03-01', 'month', '2028-02-29', '2028-04-01'],
  ['2026-01-31', 'month', '2025-12-31', '2026-02-01'],
  ['2026-07-04', 'year', '2025-12-31', '2027-01-01'],
  ['2026-07-04', 'never', null, null],
] as const)(
  'on %s with a computation each %s it looks back from %s and next runs on %s',
  (today, every, end, next) => {
    expect(lastPeriodEnd(today as Day, every)).toBe(end)
    expect(nextRunOn(today as Day, every)).toBe(next)
  },
)
