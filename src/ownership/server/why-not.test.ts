import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import type { Asker } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const whyNot = async (who: Asker, customerId: string) =>
  (await on.ask<{ whyNot: unknown }>(who, 'GET', `/api/customers/${customerId}/ownership`)).body.whyNot

test('a salesperson, a manager and the principal are told what they may not do with a customer, and why', async () => {
  const customerId = await aCustomer(on.ana, { name: 'Bar Libre' })
  const no = 'not-allowed'
  expect(await whyNot(on.ana, customerId)).toEqual({ owner: no, others: no, correct: no })
  expect(await whyNot(on.manager, customerId)).toEqual({ owner: null, others: null, correct: no })
  expect(await whyNot(on.principal, customerId)).toEqual({ owner: null, others: null, correct: null })
})

test('while several claim it, and where its owner is somebody else’s, the owner stays', async () => {
  const { customerId } = await on.aCase()
  const claimed = 'in-collision'
  expect(await whyNot(on.principal, customerId)).toEqual({ owner: claimed, others: null, correct: claimed })
  const other = await aCustomer(on.cleo, { name: 'Bar Ajeno' })
  const backup = { selection: { ids: [other] }, role: 'backup', personId: on.manager.id }
  expect((await on.ask(on.principal, 'POST', '/api/customers/assign', backup)).status).toBe(200)
  expect(await whyNot(on.manager, other)).toMatchObject({ owner: 'not-in-your-team', others: null })
})
