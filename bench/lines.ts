import { once as event } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '../src/platform/server/sign-in/accounts.ts'
import { summaryOf } from '../src/imports/state.ts'
import { type BigCompany, bigCompany } from './big-company.ts'
import { type BenchDatabase, benchDatabase, once } from './database.ts'
import { type Bench, type Scale, figure, rounded } from './figure.ts'
import { throughServer } from './import.ts'
import { copyOrders } from './raw-orders.ts'
import { rssOf, signIn, startServer } from './serving.ts'

const customers = 20_000
const products = 2000
const perOrder = 5
const batch = 2000
/** So many at once, so that one request is read while another is written. */
const clients = 2

const linesOf = (scale: Scale) => (scale === 'full' ? 1_000_000 : 50_000)

/** Order lines pushed over HTTP in batches of 2,000 orders, beside COPY of the very rows that came of it. */
export const linesByApi: Bench = async (server, scale) => {
  const database = await benchDatabase(server)
  try {
    const company = await companyWithProducts(database)
    const email = 'erp@example.com'
    const password = 'tres tristes tigres 9'
    const account = await createAccount(database.services.signIn, { name: 'ERP', email, password })
    await once(
      database.url,
      `begin; set local app.organization_id = '${company.id}'; set local app.command = 'bench'; set local app.may = ',people.change,people.roles,';
      update person set user_id = '${account}', email = '${email}' where id = '${company.salespeople[0]}';
      insert into person_role (organization_id, person_id, role) values ('${company.id}', '${company.salespeople[0]}', 'principal'); commit`,
    )
    const app = await startServer(database.url)
    try {
      const push = pushing(app.url, await keyFor(app.url, await signIn(app.url, email, password)))
      const orders = linesOf(scale) / perOrder
      const { ms, slowest } = await pushAll(push, orders, 'created')
      const again = await pushAll(push, Math.min(orders, 20_000), 'unchanged')
      const rss = await rssOf(app.child)
      const copied = await copyOrders(database.url, company.id)
      return [
        figure('lines-api', linesOf(scale), ms, copied, rss, {
          orders,
          lines_per_second: Math.round((linesOf(scale) / ms) * 1000),
          slowest_batch_ms: rounded(slowest),
          again_lines_per_second: Math.round(((Math.min(orders, 20_000) * perOrder) / again.ms) * 1000),
        }),
      ]
    } finally {
      app.child.kill('SIGTERM')
      await event(app.child, 'exit')
    }
  } finally {
    await database.drop()
  }
}

/** The same from two files, orders and lines, through the running server's importer: read, checked and written. */
export const linesByFile: Bench = async (server, scale) => {
  const database = await benchDatabase(server)
  const folder = await mkdtemp(join(tmpdir(), 'relevo-bench-lines-'))
  try {
    const company = await companyWithProducts(database)
    const orders = linesOf(scale) / perOrder
    const made = Array.from({ length: orders }, (_, n) => orderOf(n))
    const [heads, lines] = [join(folder, 'heads.csv'), join(folder, 'lines.csv')]
    await writeFile(
      heads,
      `order number,customer,salesperson,order date\n${made.map((one) => `${one.number},${one.customer},${one.person},${one.orderedOn}`).join('\n')}\n`,
    )
    await writeFile(
      lines,
      `order number,line,product,quantity,unit price,discount\n${made
        .flatMap((one) =>
          one.lines.map(
            (line, at) =>
              `${one.number},${at + 1},${line.product},${line.quantity},${(line.unitPriceMinor / 100).toFixed(2)},${line.discount}`,
          ),
        )
        .join('\n')}\n`,
    )
    const { ms, rss, records } = await throughServer(database, company.id, folder, [
      ['orders', heads],
      ['order-lines', lines],
    ])
    const created = records.map((one) => summaryOf(one.counts).created)
    if (created[0] !== orders || created[1] !== linesOf(scale))
      throw new Error(`not all came in: ${JSON.stringify(records.map((one) => one.counts))}`)
    const copied = await copyOrders(database.url, company.id)
    return [
      figure('lines-file', linesOf(scale), ms, copied, rss, {
        orders,
        lines_per_second: Math.round((linesOf(scale) / ms) * 1000),
      }),
    ]
  } finally {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function companyWithProducts(database: BenchDatabase): Promise<BigCompany> {
  const company = await bigCompany(database.services, database.url, customers)
  await once(
    database.url,
    `begin; set local app.organization_id = '${company.id}'; set local app.command = 'bench';
    set local app.may = ',products.change,';
    insert into product (organization_id, id, code, name)
      select '${company.id}', app.new_id(), 'P' || n, 'Producto ' || n from generate_series(1, ${products}) n; commit`,
  )
  await once(database.url, 'vacuum analyze')
  return company
}

/** An order that is always the same for its number. */
function orderOf(n: number) {
  return {
    number: `O${n}`,
    changedAt: '2026-05-04T10:00:00Z',
    customer: `K${1 + ((n * 7919) % customers)}`,
    person: String(1 + (n % 100)),
    orderedOn: `${2024 + (n % 2)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    lines: Array.from({ length: perOrder }, (_, at) => ({
      product: `P${1 + ((n * 31 + at * 397) % products)}`,
      quantity: String(1 + ((n + at) % 24)),
      unitPriceMinor: 100 + ((n * 13 + at * 57) % 9000),
      discount: at === 0 ? '0.05' : '0',
    })),
  }
}

type Push = (orders: readonly unknown[], outcome: string) => Promise<void>

function pushing(url: string, key: string): Push {
  return async (orders, outcome) => {
    const answer = await fetch(`${url}/api/orders/batches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'bench', orders }),
    })
    const { counts } = (await answer.json()) as { counts?: Record<string, number> }
    if (counts?.[outcome] !== orders.length)
      throw new Error(`the push answered ${answer.status} ${JSON.stringify(counts)}`)
  }
}

async function pushAll(
  push: Push,
  orders: number,
  outcome: string,
): Promise<{ ms: number; slowest: number }> {
  let next = 0
  let slowest = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < orders) {
        const from = next
        next += batch
        const part = Array.from({ length: Math.min(batch, orders - from) }, (_, at) => orderOf(from + at))
        const at = performance.now()
        await push(part, outcome)
        slowest = Math.max(slowest, performance.now() - at)
      }
    }),
  )
  return { ms: performance.now() - begun, slowest }
}

/** A key as a program of the company's would have it. */
async function keyFor(url: string, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/api/keys`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ERP', scopes: ['orders.import'], days: 30 }),
  })
  const { key } = (await answer.json()) as { key?: string }
  if (key === undefined) throw new Error(`the key answered ${answer.status}`)
  return key
}
