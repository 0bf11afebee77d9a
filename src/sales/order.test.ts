import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { isRefusal } from '../values/refusal.ts'
import { type OrderFacts, actionsOf, mayNot, orderActionNames, orderActions, stageOf } from './order.ts'

const day = '2026-05-04' as Day
const facts = (more: Partial<OrderFacts> = {}): OrderFacts => ({
  kind: 'sale',
  deliveredOn: null,
  cancelledOn: null,
  receivables: [],
  ...more,
})
const owed = { amountMinor: 100, settledMinor: 40 }
const settled = { amountMinor: 100, settledMinor: 100 }

describe('where an order stands follows from its dated facts', () => {
  test.each([
    ['ordered', facts(), 'change deliver cancel invoice'],
    ['delivered', facts({ deliveredOn: day }), 'undeliver return invoice'],
    ['invoiced', facts({ deliveredOn: day, receivables: [owed, settled] }), 'return'],
    ['invoiced', facts({ receivables: [owed] }), 'deliver'],
    ['paid', facts({ deliveredOn: day, receivables: [settled] }), 'return'],
    ['paid', facts({ receivables: [settled] }), 'deliver'],
    ['cancelled', facts({ cancelledOn: day, deliveredOn: day }), ''],
    ['delivered', facts({ kind: 'return', deliveredOn: day }), 'cancel invoice'],
    ['ordered', facts({ kind: 'return' }), 'deliver cancel invoice'],
  ] as const)('%s', (stage, given, actions) => {
    expect(stageOf(given)).toBe(stage)
    expect(actionsOf(given).join(' ')).toBe(actions)
  })
})

test.each([
  ['cancel', facts({ deliveredOn: day }), 'already-delivered'],
  ['cancel', facts({ receivables: [owed] }), 'already-invoiced'],
  ['change', facts({ cancelledOn: day }), 'order-cancelled'],
  ['deliver', facts({ deliveredOn: day }), 'already-delivered'],
  ['return', facts(), 'not-delivered'],
  ['return', facts({ receivables: [settled] }), 'not-delivered'],
  ['return', facts({ kind: 'return', deliveredOn: day }), 'is-return'],
  ['change', facts({ kind: 'return' }), 'is-return'],
  ['undeliver', facts(), 'not-delivered'],
  ['undeliver', facts({ deliveredOn: day, receivables: [owed] }), 'already-invoiced'],
] as const)('%s is refused with the reason', (action, given, refused) => {
  expect(mayNot(action, given)).toMatchObject({ refused, rule: '5.1' })
})

test('an action is allowed only in the stages of the table, but for calling off a return', () => {
  const someDay = fc.option(fc.constant(day), { nil: null })
  const invoice = fc.constantFrom(owed, settled)
  const some = fc.record({
    kind: fc.constantFrom('sale', 'return'),
    deliveredOn: someDay,
    cancelledOn: someDay,
    receivables: fc.array(invoice, { maxLength: 2 }),
  })
  fc.assert(
    fc.property(some, (given) => {
      for (const action of orderActionNames) {
        const no = mayNot(action, given)
        const inTable = (orderActions[action] as readonly string[]).includes(stageOf(given))
        if (no === null && !(action === 'cancel' && given.kind === 'return')) expect(inTable).toBe(true)
        expect(no === null || isRefusal(no)).toBe(true)
      }
    }),
  )
})
