import { commitTransfer } from '../src/ownership/server/commands/transfer-commit.ts'
import { draftTransfer } from '../src/ownership/server/commands/transfer-draft.ts'
import { undoTransfer } from '../src/ownership/server/commands/transfer-undo.ts'
import type { Transfer } from '../src/ownership/schema/transfer.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import { facts } from '../src/program/facts.ts'
import { type Refusal, isRefusal } from '../src/values/refusal.ts'
import { bigCompany } from './big-company.ts'
import { connectAs } from './copy.ts'
import { type BenchDatabase, benchDatabase, once } from './database.ts'
import { type Bench, figure, percentile } from './figure.ts'

const moved = 10_000
const rounds = 3

/**
 * Customers handed over to four people: looked at, done (ledger, what holds today, change feed, seal, notices), and taken
 * back; beside SQL that closes and opens a dated row, updates the owner and writes an audit row for as many, on tables of
 * its own. The preview stands beside the least a preview is: those customers and their owners, read into the program.
 */
export const transferring: Bench = async (server, scale) => {
  const database = await benchDatabase(server)
  try {
    const customers = scale === 'full' ? 200_000 : 20_000
    const company = await bigCompany(database.services, database.url, customers, { owners: 5 })
    const chosen = await queried<{ id: string }>(
      database,
      company.id,
      `select id from customer where organization_id = '${company.id}' order by code limit ${moved}`,
    )
    const ids = chosen.map(({ id }) => id)
    await prepareRaw(database, company.id)
    const looks: number[] = []
    const writes: number[] = []
    const undos: number[] = []
    const rawLooks: number[] = []
    const rawWrites: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const people = company.salespeople.slice(round * 4, round * 4 + 4)
      const found: { preview: Transfer | null } = { preview: null }
      looks.push(await timed(async () => void (found.preview = await lookAt(database, company.id, people))))
      const { preview } = found
      if (preview === null || preview.customers < moved * 0.9) throw new Error('the preview lost customers')
      rawLooks.push(await timed(() => rawLook(database, company.id, ids)))
      writes.push(
        await timed(async () =>
          sure(
            await commitTransfer(
              database.services,
              programActor(company.id),
              preview.id,
              { fingerprint: preview.fingerprint },
              Infinity,
            ),
          ),
        ),
      )
      rawWrites.push(await timed(() => rawTransfer(database, company.id, ids, people)))
      if (round === 0)
        undos.push(
          await timed(async () =>
            sure(await undoTransfer(database.services, programActor(company.id), preview.id)),
          ),
        )
    }
    const rss = process.memoryUsage.rss() / 1024 / 1024
    return [
      figure('transfer', moved, middle(writes), middle(rawWrites), rss, {
        customers,
        undo_ms: Math.round(middle(undos)),
        slowest_ms: Math.round(Math.max(...writes)),
      }),
      figure('preview', moved, middle(looks), middle(rawLooks), rss, {
        customers,
        slowest_ms: Math.round(Math.max(...looks)),
      }),
    ]
  } finally {
    await database.drop()
  }
}

async function lookAt(database: BenchDatabase, company: string, people: readonly string[]) {
  return sure(
    await draftTransfer(database.services, facts, programActor(company), {
      customers: { filter: { tag: ['moves'] } },
      how: 'round-robin',
      successors: people.map((personId) => ({ personId })),
    }),
  )
}

function sure<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`${answer.refused} ${JSON.stringify(answer.facts)}`)
  return answer
}

const middle = (times: readonly number[]) => percentile(times, 0.5)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function queried<Row extends object>(
  database: BenchDatabase,
  company: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await connectAs(database.url, company)
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The same owners on plain tables: dated rows, the current owner, an audit. */
async function prepareRaw(database: BenchDatabase, company: string): Promise<void> {
  await once(
    database.url,
    `begin; set local app.command = 'bench'; set local app.organization_id = '${company}'; set local app.may = ',customers.read.all,customers.change,';
    update customer set tags = array['moves'] where id in (select id from customer order by code limit ${moved});
    create table raw_owner (organization_id uuid not null, customer_id uuid not null, person_id uuid,
      primary key (organization_id, customer_id),
      foreign key (organization_id, customer_id) references customer (organization_id, id),
      foreign key (organization_id, person_id) references person (organization_id, id));
    create index on raw_owner (organization_id, person_id);
    create table raw_period (organization_id uuid not null, id uuid not null default gen_random_uuid(), customer_id uuid not null,
      from_day date not null, to_day date, person_id uuid, primary key (organization_id, id),
      foreign key (organization_id, customer_id) references customer (organization_id, id),
      foreign key (organization_id, person_id) references person (organization_id, id));
    create index on raw_period (organization_id, customer_id, from_day desc);
    create table raw_audit (organization_id uuid not null, id uuid not null default gen_random_uuid(),
      at timestamptz not null default now(), customer_id uuid not null, old uuid, new uuid, primary key (organization_id, id),
      foreign key (organization_id, customer_id) references customer (organization_id, id));
    create index on raw_audit (organization_id, customer_id, at);
    insert into raw_owner select organization_id, customer_id, person_id from holder where role = 'owner';
    insert into raw_period (organization_id, customer_id, from_day, person_id)
      select organization_id, customer_id, since_day, person_id from holder where role = 'owner'; commit`,
  )
  await once(database.url, 'vacuum analyze')
}

async function rawLook(database: BenchDatabase, company: string, ids: string[]): Promise<void> {
  const rows = await queried<{ id: string; owner: string; tier: string }>(
    database,
    company,
    `select c.id, c.tier, h.person_id as owner from customer c join holder h on h.organization_id = c.organization_id
      and h.customer_id = c.id and h.role = 'owner' where c.organization_id = $1 and c.id = any ($2::uuid[]) order by c.code`,
    [company, ids],
  )
  if (rows.length !== moved) throw new Error('the raw preview lost customers')
}

async function rawTransfer(
  database: BenchDatabase,
  company: string,
  ids: readonly string[],
  people: readonly string[],
): Promise<void> {
  const client = await connectAs(database.url, company)
  try {
    await client.query('begin')
    await client.query(
      'create temp table moving (customer_id uuid primary key, person_id uuid) on commit drop',
    )
    await client.query(
      'insert into moving select c, ($2::uuid[])[1 + n % cardinality($2::uuid[])] from unnest($1::uuid[]) with ordinality as t (c, n)',
      [ids, people],
    )
    await client.query('analyze moving')
    await client.query(
      `insert into raw_audit (organization_id, customer_id, old, new)
        select o.organization_id, m.customer_id, o.person_id, m.person_id from moving m
        join raw_owner o on o.organization_id = $1 and o.customer_id = m.customer_id`,
      [company],
    )
    await client.query(
      `update raw_period p set to_day = current_date from moving m
        where p.organization_id = $1 and m.customer_id = p.customer_id and p.to_day is null`,
      [company],
    )
    await client.query(
      `insert into raw_period (organization_id, customer_id, from_day, person_id)
        select $1, customer_id, current_date, person_id from moving`,
      [company],
    )
    await client.query(
      `update raw_owner o set person_id = m.person_id from moving m
        where o.organization_id = $1 and m.customer_id = o.customer_id`,
      [company],
    )
    await client.query('commit')
  } finally {
    await client.end()
  }
}
