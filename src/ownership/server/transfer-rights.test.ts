import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { askTransfers, book, commit, draft, to, transferStage } from '../../../test/transfers.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let ids: string[]
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = await s.sevenOfAna()
})

test('a s.manager gives away what the own team has, to the own team', async () => {
  const other = await aCustomer(s.dora, { name: 'Ajeno' })
  expect((await draft(s.manager, { ...book(s.ana), ...to(s.bea, s.carl) })).body).toMatchObject({
    customers: 7,
  })
  expect(await draft(s.manager, { ...book(s.ana), ...to(s.dora) })).toMatchObject({
    status: 409,
    body: { code: 'not-in-your-team' },
  })
  expect(await draft(s.manager, { customers: { ids: [other] }, ...to(s.bea) })).toMatchObject({ status: 404 })
  await s.assign([other], 'backup', s.manager)
  expect(await draft(s.manager, { customers: { ids: [other] }, ...to(s.bea) })).toMatchObject({
    body: { code: 'not-in-your-team' },
  })
  const { body: theirs } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  expect(await askTransfers(s.manager, 'GET', `/${theirs.id}`)).toMatchObject({ status: 404 })
  expect(await commit(s.manager, theirs)).toMatchObject({ status: 404 })
  expect(await draft(s.ana, { ...book(s.ana), ...to(s.bea) })).toMatchObject({ status: 403 })
  for (const path of ['', `/${theirs.id}`, `/${theirs.id}/lines`])
    expect(await askTransfers(s.ana, 'GET', path)).toMatchObject({ status: 403 })
})

test('nothing of another company: customers, people, transfers', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  expect(await askTransfers(s.stranger, 'GET', `/${preview.id}`)).toMatchObject({ status: 404 })
  expect(await askTransfers(s.stranger, 'GET', `/${preview.id}/lines`)).toMatchObject({ status: 404 })
  expect(await commit(s.stranger, preview)).toMatchObject({ status: 404 })
  expect(await askTransfers(s.stranger, 'DELETE', `/${preview.id}`)).toMatchObject({ status: 404 })
  expect(await draft(s.stranger, { customers: { ids }, ...to(s.stranger) })).toMatchObject({ status: 404 })
  expect(await draft(s.principal, { customers: { ids }, ...to(s.stranger) })).toMatchObject({
    body: { code: 'no-such-person' },
  })
  expect(await draft(s.stranger, { ...book(s.ana), ...to(s.stranger) })).toMatchObject({
    body: { code: 'nobody-to-transfer' },
  })
})

test.each<[string, () => object, number, string]>([
  ['to whoever has left', () => ({ ...book(s.ana), ...to(s.gone) }), 409, 'has-left'],
  ['to nobody', () => ({ ...book(s.ana), ...to() }), 422, 'invalid-no-successor'],
  ['to oneself', () => ({ ...book(s.ana), ...to(s.ana) }), 422, 'invalid-own-successor'],
  ['in the past', () => ({ ...book(s.ana), ...to(s.bea), from: '2020-01-01' }), 422, 'invalid-past'],
  ['twice the same person', () => ({ ...book(s.ana), ...to(s.bea, s.bea) }), 422, 'invalid-input'],
  ['an empty book', () => ({ ...book(s.gone), ...to(s.bea) }), 409, 'nobody-to-transfer'],
  ['all theirs already', () => ({ customers: { ids }, ...to(s.ana) }), 409, 'nothing-changed'],
])('refused: %s', async (_, asked, status, code) => {
  expect(await draft(s.principal, asked())).toMatchObject({ status, body: { code } })
})
