import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { isRefusal } from '../values/refusal.ts'
import { type Debt, allocateNamed, allocateOldest, giveWay, takeBack } from './allocation.ts'

const debt = (id: string, dueOn: string, openMinor: number, code = id): Debt => ({
  id,
  code,
  dueOn: dueOn as Day,
  issuedOn: '2026-01-01' as Day,
  openMinor,
})
const debts = [debt('b', '2026-03-01', 500), debt('a', '2026-02-01', 300), debt('c', '2026-03-01', 900)]

describe('what money settles', () => {
  test('the oldest due first, the last one in part', () => {
    expect(allocateOldest(debts, 1000)).toEqual([
      { receivableId: 'a', amountMinor: 300 },
      { receivableId: 'b', amountMinor: 500 },
      { receivableId: 'c', amountMinor: 200 },
    ])
    expect(allocateOldest(debts, 0)).toEqual([])
  })

  test('what was named goes first and alone', () => {
    expect(allocateNamed(debts, 1000, [{ receivableId: 'c' }])).toEqual([
      { receivableId: 'c', amountMinor: 900 },
    ])
    expect(allocateNamed(debts, 100, [{ receivableId: 'b' }, { receivableId: 'a' }])).toEqual([
      { receivableId: 'b', amountMinor: 100 },
    ])
  })

  test.each([
    ['an unknown one', [{ receivableId: 'x' }], 'not-open'],
    ['more than is open', [{ receivableId: 'a', amountMinor: 301 }], 'more-than-open'],
    [
      'more than there is',
      [
        { receivableId: 'c', amountMinor: 900 },
        { receivableId: 'a', amountMinor: 200 },
      ],
      'more-than-left',
    ],
    ['the same twice', [{ receivableId: 'a' }, { receivableId: 'a' }], 'named-twice'],
  ])('%s is refused', (_, named, code) => {
    expect(allocateNamed(debts, 1000, named)).toMatchObject({ refused: code })
  })

  test('taken back: all, a part, never more', () => {
    expect(takeBack(300)).toBe(300)
    expect(takeBack(300, 120)).toBe(120)
    expect(takeBack(300, 301)).toMatchObject({ refused: 'more-than-settled' })
    expect(takeBack(0)).toMatchObject({ refused: 'nothing-to-take-back' })
  })

  test('where an invoice became smaller the last allocation gives way first', () => {
    const made = [
      { id: 1, amountMinor: 300 },
      { id: 2, amountMinor: 200 },
    ]
    expect(giveWay(made, 500, 250)).toEqual([
      { of: made[1], amountMinor: 200 },
      { of: made[0], amountMinor: 50 },
    ])
    expect(giveWay(made, 500, 500)).toEqual([])
  })
})

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0)
type Book = { invoices: Map<string, Debt & { amount: number }>; payments: number[]; used: number[] }

/** Σ invoices + Σ credit notes − Σ money used = Σ open, after any history of sales, returns, payments and taking back. */
test('money is conserved through returns and payments', () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('invoice' as const), amount: fc.integer({ min: 1, max: 9999 }) }),
    fc.record({ do: fc.constant('credit' as const), amount: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ do: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 9999 }) }),
    fc.record({ do: fc.constant('back' as const), amount: fc.integer({ min: 1, max: 9999 }) }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const book: Book = { invoices: new Map(), payments: [], used: [] }
      const credits: { amount: number; used: number }[] = []
      const made: { id: string; by: 'pay' | 'credit'; at: number; amount: number }[] = []
      const settle = (by: 'pay' | 'credit', at: number, money: number) => {
        for (const { receivableId, amountMinor } of allocateOldest([...book.invoices.values()], money)) {
          const one = book.invoices.get(receivableId)
          if (one === undefined) throw new Error('settled an invoice that is none')
          book.invoices.set(receivableId, { ...one, openMinor: one.openMinor - amountMinor })
          if (by === 'pay') book.used[at] = (book.used[at] ?? 0) + amountMinor
          else (credits[at] ?? { used: 0 }).used += amountMinor
          made.push({ id: receivableId, by, at, amount: amountMinor })
        }
      }
      for (const [at, one] of acts.entries()) {
        if (one.do === 'invoice')
          book.invoices.set(String(at), { ...debt(String(at), '2026-03-01', one.amount), amount: one.amount })
        if (one.do === 'pay') book.used.push(0)
        if (one.do === 'pay') settle('pay', book.payments.push(one.amount) - 1, one.amount)
        if (one.do === 'credit')
          settle('credit', credits.push({ amount: one.amount, used: 0 }) - 1, one.amount)
        const last = one.do === 'back' ? made.pop() : undefined
        const back = last === undefined ? 0 : takeBack(last.amount, Math.min(one.amount, last.amount))
        const invoice = book.invoices.get(last?.id ?? '')
        if (last !== undefined && invoice !== undefined && !isRefusal(back)) {
          book.invoices.set(last.id, { ...invoice, openMinor: invoice.openMinor + back })
          if (last.by === 'pay') book.used[last.at] = (book.used[last.at] ?? 0) - back
          else (credits[last.at] ?? { used: 0 }).used -= back
          if (back < last.amount) made.push({ ...last, amount: last.amount - back })
        }
      }
      const invoices = [...book.invoices.values()]
      const open =
        sum(invoices.map(({ openMinor }) => openMinor)) +
        sum(credits.map(({ amount, used }) => used - amount))
      expect(
        sum(invoices.map(({ amount }) => amount)) - sum(credits.map(({ amount }) => amount)) - sum(book.used),
      ).toBe(open)
      for (const { openMinor, amount } of invoices) {
        expect(openMinor).toBeGreaterThanOrEqual(0)
        expect(openMinor).toBeLessThanOrEqual(amount)
      }
      for (const [at, paid] of book.payments.entries()) expect(book.used[at] ?? 0).toBeLessThanOrEqual(paid)
      for (const { amount, used } of credits) expect(used).toBeLessThanOrEqual(amount)
    }),
  )
})
