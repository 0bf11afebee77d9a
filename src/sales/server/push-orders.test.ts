import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { rowsOfCompany } from '../../../test/import.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, someRows } from '../../../test/register.ts'

let server: Server
let company: string
let boss: Asker
let withKey: (body: unknown) => Promise<Response>

beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Zoe', ['principal'])
  await aPerson(server, company, 'Ana', ['salesperson'])
  for (const code of ['BAR', 'CAFE']) await aCustomer(boss, { code, name: code })
  await someRows(server, company, 'product', [
    { code: 'OIL', name: 'Oil' },
    { code: 'WINE', name: 'Wine' },
  ])
  const made = await boss.ask('POST', '/api/keys', { name: 'ERP', scopes: ['orders.import'], days: 30 })
  const { key } = made.body as { key: string }
  withKey = async (body) =>
    await server.app.request('/api/orders/batches', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
})
afterAll(() => server.stop())

type Answer = {
  number: string
  outcome: string
  id: string
  version: number
  problems?: { field: string; rule: string }[]
}
const push = async (...orders: unknown[]) => {
  const answer = await withKey({ source: 'erp', orders })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { answers: Answer[] }).answers
}
const outcomes = async (...orders: unknown[]) => (await push(...orders)).map((one) => one.outcome)
const at = (minute: number) => `2026-05-04T10:${String(minute).padStart(2, '0')}:00Z`
const line = (more = {}) => ({ product: 'OIL', quantity: 2, unitPriceMinor: 150, ...more })
const order = (number: string, minute: number, more: Record<string, unknown> = {}) => ({
  number,
  changedAt: at(minute),
  customer: 'BAR',
  orderedOn: '2026-05-04',
  lines: [line(), line({ product: 'WINE', quantity: '1.5', discount: 0.1 })],
  ...more,
})
const read = async (id: string) =>
  (await boss.ask('GET', `/api/orders/${id}`)).body as Record<string, unknown>
const versions = async (id: string) =>
  (
    (await boss.ask('GET', `/api/orders/${id}/versions`)).body as {
      versions: { source: string; changes: unknown; lines: unknown[] }[]
    }
  ).versions

test('a key that may import orders brings them, and the same again changes nothing', async () => {
  const [first] = await push(order('1', 1))
  expect(first).toMatchObject({ number: '1', outcome: 'created', version: 1 })
  expect(await read(first?.id ?? '')).toMatchObject({
    goodsMinor: 503,
    lineCount: 2,
    source: 'erp',
    currency: 'EUR',
    stage: 'ordered',
  })
  expect(await push(order('1', 1))).toMatchObject([{ outcome: 'unchanged', id: first?.id, version: 1 }])
  expect(await versions(first?.id ?? '')).toEqual([])
})

test('of two words about an order the later holds, whichever comes first', async () => {
  const [made] = await push(order('2', 5, { deliveredOn: '2026-05-05' }))
  const id = made?.id ?? ''
  expect(await outcomes(order('2', 3))).toEqual(['stale'])
  expect(await read(id)).toMatchObject({ stage: 'delivered', version: 1 })
  const corrected = order('2', 7, { lines: [line({ quantity: 1 })], customer: 'CAFE' })
  expect(await push(corrected)).toMatchObject([{ outcome: 'updated', version: 2 }])
  expect(await read(id)).toMatchObject({
    goodsMinor: 150,
    customer: { code: 'CAFE' },
    deliveredOn: '2026-05-05',
  })
  expect(await versions(id)).toMatchObject([
    {
      source: 'erp',
      changes: [{ field: 'customer', from: 'BAR', to: 'CAFE' }, { field: 'goodsMinor' }],
      lines: [{ line: 1 }, { line: 2, what: 'removed' }],
    },
  ])
  // Said again later, and then what was before that comes in late.
  expect(await outcomes({ ...corrected, changedAt: at(9) })).toEqual(['unchanged'])
  expect(await outcomes(order('2', 8))).toEqual(['stale'])
  const lines = await rowsOfCompany(
    server,
    company,
    `select distinct l.customer_id = o.customer_id as same from sales_order_line l join sales_order o on o.id = l.order_id`,
  )
  expect(lines).toEqual([{ same: true }])
})

test('in one batch too, and a bad order stops no other', async () => {
  const answers = await push(
    order('3', 1),
    order('3', 4, { person: 'nobody', lines: [line({ product: 'GOLD' }), line({ line: 1 })] }),
    order('4', 2),
    order('4', 1),
    {
      number: '5',
      changedAt: 'yesterday',
      customer: 'BAR',
      orderedOn: '2026-02-30',
      lines: [line({ quantity: 'x' })],
    },
    'nonsense',
    order('6', 1, { cancelledOn: '2026-05-05', cancelReason: 'Closed' }),
    order('7', 1, { lines: [line({ quantity: 1e9, unitPriceMinor: 1e12 })] }),
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual([
    // What can't be read is no later word.
    'created',
    'rejected',
    'created',
    'stale',
    'rejected',
    'rejected',
    'created',
    'rejected',
  ])
  expect(answers[4]?.problems?.map(({ field }) => field).toSorted()).toEqual([
    'changedAt',
    'lines.0.quantity',
    'orderedOn',
  ])
  expect(answers[4]).toMatchObject({ number: '5', id: null })
  expect(answers[5]?.problems).toMatchObject([{ field: 'order', value: 'nonsense' }])
  expect(await read(answers[6]?.id ?? '')).toMatchObject({ stage: 'cancelled', cancelReason: 'Closed' })
  const known = await rowsOfCompany<{ code: string }>(
    server,
    company,
    `select code from sales_order where code in ('3', '5', '7')`,
  )
  expect(known).toEqual([{ code: '3' }])
})

test('each problem names the field, the value and the rule', async () => {
  const [answer] = await push(order('8', 1, { customer: 'X', person: 'Y', lines: [line({ product: 'Z' })] }))
  expect(answer?.problems).toEqual([
    { field: 'customer', value: 'X', rule: 'must be the code of a customer' },
    { field: 'person', value: 'Y', rule: 'must be the code of a person' },
    { field: 'lines.0.product', value: 'Z', rule: 'must be the code of a product' },
  ])
})

const back = (number: string, minute: number, quantity: number, more: Record<string, unknown> = {}) =>
  order(number, minute, { kind: 'return', returnOf: '20', lines: [line({ quantity })], ...more })

test('a return may come before its order; more than was delivered never does', async () => {
  const [early] = await push(back('R1', 1, -1))
  expect(early).toMatchObject({ outcome: 'created' })
  expect(await read(early?.id ?? '')).toMatchObject({ of: { id: null, code: '20' }, goodsMinor: -150 })
  const [sale] = await push(order('20', 1))
  expect(await read(early?.id ?? '')).toMatchObject({ of: { id: sale?.id, code: '20' } })
  expect(await read(sale?.id ?? '')).toMatchObject({ lines: [{ returned: '1' }, { returned: '0' }] })
  const [refused] = await push(back('R2', 1, -2))
  expect(refused?.problems).toEqual([
    {
      field: 'lines.0.quantity',
      value: '-2',
      rule: 'must not be more than was delivered and not returned yet: 1',
    },
  ])
  // Two in one batch share what is left, and a corrected return makes place for another.
  expect(await outcomes(back('R2', 1, -1), back('R3', 1, -1))).toEqual(['created', 'rejected'])
  expect(await outcomes(back('R1', 2, -1, { cancelledOn: '2026-05-06' }), back('R3', 1, -1))).toEqual([
    'updated',
    'created',
  ])
  expect(await outcomes(back('R3', 1, -1))).toEqual(['unchanged'])
  // What came back stays sold.
  expect(await push(order('20', 9, { lines: [line({ quantity: 1 })] }))).toMatchObject([
    {
      outcome: 'rejected',
      problems: [{ field: 'lines.0.quantity', value: '1', rule: 'must not be less than came back: 2' }],
    },
  ])
  expect(await outcomes(order('20', 9, { lines: [line({ quantity: 5 })] }))).toEqual(['updated'])
})

test('an order and its return in one batch, and an order of another system', async () => {
  const answers = await push(
    order('R30', 1, { kind: 'return', returnOf: '30', lines: [line({ quantity: -2 })] }),
    order('30', 1),
  )
  expect(await read(answers[0]?.id ?? '')).toMatchObject({
    of: { id: answers[1]?.id },
    lines: [{ ofLineId: expect.any(String) }],
  })
  const other = await withKey({ source: 'shop', orders: [order('30', 9)] })
  expect(((await other.json()) as { answers: Answer[] }).answers).toMatchObject([
    { outcome: 'rejected', problems: [{ field: 'number', rule: 'is an order of another system: erp' }] },
  ])
})

test('what another system tells of is not changed here', async () => {
  const [made] = await push(order('40', 1))
  const asked = { version: 1, reason: 'No' }
  expect((await boss.ask('POST', `/api/orders/${made?.id}/cancel`, asked)).body).toMatchObject({
    code: 'kept-elsewhere',
    facts: { source: 'erp' },
  })
})

test('who may not import orders is refused, and so is what is no batch', async () => {
  const ben = await aPerson(server, company, 'Ben', ['salesperson'])
  expect(
    (await ben.ask('POST', '/api/orders/batches', { source: 'erp', orders: [order('50', 1)] })).status,
  ).toBe(403)
  expect((await withKey({ source: 'ERP!', orders: [order('50', 1)] })).status).toBe(422)
  expect((await withKey({ source: 'erp', orders: [] })).status).toBe(422)
  expect(JSON.stringify((await boss.ask('GET', '/api/openapi.json')).body)).toContain(
    '"PushedOrder":{"type":"object"',
  )
})

test('the same batches in any order and repeated leave the same orders', async () => {
  const words = [1, 2, 3].map((minute) =>
    order('60', minute, {
      lines: [line({ quantity: minute })],
      ...(minute === 2 ? { customer: 'CAFE' } : {}),
    }),
  )
  for (const turn of [
    [2, 0, 1, 2],
    [0, 2, 2, 1],
    [1, 0, 2, 0],
  ]) {
    for (const index of turn) await push({ ...(words[index] as object), number: `60-${turn.join('')}` })
  }
  const stand = await rowsOfCompany(
    server,
    company,
    `select distinct o.goods_minor, c.code from sales_order o join customer c on c.id = o.customer_id where o.code like '60-%'`,
  )
  expect(stand).toEqual([{ goods_minor: 450, code: 'BAR' }])
})
