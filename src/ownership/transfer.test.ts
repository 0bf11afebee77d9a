import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type HeldSeat, type Line, changedSince, entriesOfLine } from './transfer.ts'
import { transferDays } from './transfer-asked.ts'

const line = (more: Partial<Line> = {}): Line => ({
  customerId: 'c',
  roles: ['owner'],
  formerId: 'ana',
  successorId: 'bea',
  ordinal: 3,
  status: 'active',
  ...more,
})
const present = { status: 'active', ordinal: 3, ownerId: 'ana' }
const backup = (personId: string, seat = 0): HeldSeat => ({ role: 'backup', seat, personId })

describe('what changed since the preview', () => {
  test.each([
    ['nothing', line(), present, [], null],
    ['it is gone', line(), null, [], 'gone'],
    ['it was closed', line(), { ...present, status: 'closed' }, [], 'status-changed'],
    ['another owner', line(), { ...present, ownerId: 'dora' }, [], 'owner-changed'],
    ['something was recorded', line(), { ...present, ordinal: 5 }, [], 'owner-changed'],
    ['nobody is chosen yet', line({ successorId: null }), present, [], 'without-successor'],
    ['its seat is still held', line({ roles: ['backup'] }), present, [backup('ana')], null],
    ['its seat is no longer held', line({ roles: ['backup'] }), present, [backup('eva')], 'seat-changed'],
    [
      'the owner of the customer is another for a seat',
      line({ roles: ['backup'] }),
      { ...present, ownerId: 'eva' },
      [backup('ana')],
      null,
    ],
  ])('%s', (_, asked, now, held, expected) => {
    expect(changedSince(asked, now, held)).toBe(expected)
  })
})

describe('what a line writes', () => {
  const from = '2026-05-04' as Day
  const written = (
    asked: Line,
    held: HeldSeat[],
    {
      staysUntil = null,
      freeSeat = 0,
      ownerId = 'ana',
    }: { staysUntil?: Day | null; freeSeat?: number; ownerId?: string } = {},
  ) =>
    entriesOfLine(asked, held, { from, staysUntil }, { ownerId, freeSeat }).map(
      ({ role, seat, from: day, personId }) => `${role} ${seat} ${day.slice(5)} ${personId ?? '-'}`,
    )
  test.each([
    ['the owner', line(), [], {}, ['owner 0 05-04 bea']],
    [
      'who was the backup leaves that seat',
      line(),
      [backup('bea', 1)],
      {},
      ['owner 0 05-04 bea', 'backup 1 05-04 -'],
    ],
    ['others stay what they are', line(), [backup('eva')], {}, ['owner 0 05-04 bea']],
    [
      'the former owner stays until a day',
      line(),
      [],
      { staysUntil: '2026-05-31' as Day, freeSeat: 2 },
      ['owner 0 05-04 bea', 'backup 2 05-04 ana', 'backup 2 06-01 -'],
    ],
    [
      'from the pool nobody stays',
      line({ formerId: null }),
      [],
      { staysUntil: '2026-05-31' as Day },
      ['owner 0 05-04 bea'],
    ],
    [
      'a seat of a book',
      line({ roles: ['backup'] }),
      [backup('ana', 1)],
      { ownerId: 'eva' },
      ['backup 1 05-04 bea'],
    ],
    [
      'a seat that the owner of it all would get stays empty',
      line({ roles: ['backup'] }),
      [backup('ana')],
      { ownerId: 'bea' },
      ['backup 0 05-04 -'],
    ],
    [
      'a seat beside one of the successor stays empty',
      line({ roles: ['backup'] }),
      [backup('ana'), backup('bea', 1)],
      { ownerId: 'eva' },
      ['backup 0 05-04 -'],
    ],
    [
      'owner and sponsor in one: the new owner is no sponsor',
      line({ roles: ['owner', 'sponsor'] }),
      [{ role: 'sponsor' as const, seat: 0, personId: 'ana' }],
      {},
      ['owner 0 05-04 bea', 'sponsor 0 05-04 -'],
    ],
  ])('%s', (_, asked, held, more, expected) => {
    expect(written(asked, held, more)).toEqual(expected)
  })
})

test.each([
  ['today', '2026-05-04', null, null],
  ['ahead with a stay', '2026-06-01', '2026-06-01', null],
  ['yesterday', '2026-05-03', null, 'invalid-past'],
  ['in three years', '2029-05-03', null, 'invalid-too-far'],
  ['a stay that ends before it begins', '2026-06-01', '2026-05-31', 'invalid-span'],
])('days: %s', (_, from, staysUntil, expected) => {
  const days = { from: from as Day, staysUntil: staysUntil as Day | null }
  expect(transferDays(days, '2026-05-04' as Day)?.refused ?? null).toBe(expected)
})
