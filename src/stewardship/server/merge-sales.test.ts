import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, asProgram, changeCustomer, someRows } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany, merge, mergeIdOf } from '../../../test/stewarded.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany()
})
afterAll(() => on.server.stop())

describe('what sales left on two entries', () => {
  const columns = async (id: string) =>
    await asProgram(on.server, on.company, async (tx) => {
      const { rows } = await sql<{ tier: string; by: string }>`
        select tier, tier_by as by from customer where id = ${id}`.execute(tx)
      return rows[0]
    })

  test('a computed tier stays computed through a merge and its undo', async () => {
    const kept = await aCustomer(on.ana, { name: 'Uno', code: 'T-1' })
    const dropped = await aCustomer(on.ben, { name: 'Dos', code: 'T-2' })
    await changeCustomer(on.server, on.company, kept, { tier: 'B', tier_by: 'computed' })
    await changeCustomer(on.server, on.company, dropped, { tier: 'A', tier_by: 'computed' })
    const answer = await merge(on.sol, kept, [dropped], { tier: dropped })
    expect(await columns(kept)).toEqual({ tier: 'A', by: 'computed' })
    expect((await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).status).toBe(200)
    expect(await columns(kept)).toEqual({ tier: 'B', by: 'computed' })
  })

  test('a merge after which money of one paid for the other is not taken back until that is', async () => {
    const kept = await aCustomer(on.ana, { name: 'Una', code: 'M-1' })
    const dropped = await aCustomer(on.ben, { name: 'Dosa', code: 'M-2' })
    const day = '2026-05-01'
    const minor = { amount_minor: 1000, currency: 'EUR' }
    const [invoice = ''] = await someRows(on.server, on.company, 'receivable', [
      { ...minor, customer_id: kept, code: 'F-1', kind: 'invoice', issued_on: day, due_on: day },
    ])
    const [payment = ''] = await someRows(on.server, on.company, 'payment', [
      { ...minor, customer_id: dropped, paid_on: day, method: 'cash' },
    ])
    const answer = await merge(on.sol, kept, [dropped], {})
    const use = (amount: number) =>
      someRows(on.server, on.company, 'allocation', [
        {
          customer_id: kept,
          receivable_id: invoice,
          payment_id: payment,
          amount_minor: amount,
          allocated_on: day,
        },
      ])
    await use(1000)
    const undo = () => on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'money-crosses', rule: '1.7' } })
    await use(-1000)
    expect((await undo()).status).toBe(200)
  })
})
