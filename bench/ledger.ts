import { sql } from 'kysely'
import { ownerEntry, ownerPeriods } from '../src/ownership/server/queries/as-of.ts'
import { wholeCustomer } from '../src/ownership/ledger.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import type { Tx } from '../src/platform/server/database/connect.ts'
import { readAs } from '../src/platform/server/database/transaction.ts'
import { verifyCompanies } from '../src/program/commands/verify.ts'
import { bigCompany } from './big-company.ts'
import { type BenchDatabase, benchDatabase, once } from './database.ts'
import { type Bench, type Figure, figure, percentile } from './figure.ts'

const rounds = 3
type Counted = { owned: number; marks: string }

async function withHistory(
  server: string,
  customers: number,
  work: (database: BenchDatabase, company: string) => Promise<Figure>,
) {
  const database = await benchDatabase(server)
  try {
    const { id } = await bigCompany(database.services, database.url, customers, { owners: 5 })
    return [await work(database, id)]
  } finally {
    await database.drop()
  }
}

/**
 * Who owned each of many (customer, day) pairs, asked of the ledger in one statement, beside a join over a table of
 * intervals. Both must give the same people.
 */
export const ownerAsOf: Bench = async (server, scale) => {
  const customers = scale === 'full' ? 200_000 : 20_000
  const pairs = customers * 5
  return await withHistory(server, customers, async (database, company) => {
    await once(
      database.url,
      `begin; set local app.organization_id = '${company}'; set local app.may = ',customers.read.all,';
      create table asked as select c.id as customer_id, current_date - (random() * 1800)::int as day
        from customer c cross join generate_series(1, 5);
      create table raw_period as select customer_id, from_day,
        lead(from_day) over (partition by customer_id order by from_day) as to_day, person_id from ledger_entry;
      create index on raw_period (customer_id, from_day); grant select on asked, raw_period to relevo_app; commit`,
    )
    await once(database.url, 'vacuum analyze')
    const times = { periods: [] as number[], each: [] as number[], raw: [] as number[] }
    const found = new Set<string>()
    const run = async (into: number[], query: (tx: Tx) => Promise<Counted[]>) => {
      const begun = performance.now()
      const [row] = await readAs(database.services.db, programActor(company), query)
      into.push(performance.now() - begun)
      found.add(JSON.stringify(row))
    }
    // Hashes added up, so that the answers are compared and the network isn't measured.
    const counted = sql`count(e.person_id)::int as owned, sum(hashtext(e.person_id::text)::bigint)::text as marks`
    for (let round = 0; round < rounds; round += 1) {
      await run(times.periods, async (tx) => {
        const { rows } = await sql<Counted>`select ${counted} from asked a left join ${ownerPeriods()} e
          on e.customer_id = a.customer_id and e.from_day <= a.day and (e.until is null or e.until > a.day)`.execute(
          tx,
        )
        return rows
      })
      await run(times.raw, async (tx) => {
        const { rows } = await sql<Counted>`select ${counted} from asked a left join raw_period e
          on e.customer_id = a.customer_id and e.from_day <= a.day and (e.to_day is null or e.to_day > a.day)`.execute(
          tx,
        )
        return rows
      })
      await run(times.each, async (tx) => {
        const { rows } = await sql<Counted>`select ${counted} from asked a
          left join lateral ${ownerEntry(wholeCustomer)} e on true`.execute(tx)
        return rows
      })
    }
    if (found.size !== 1 || [...found][0]?.includes('"owned":0,') === true)
      throw new Error(`the answers differ: ${[...found].join(' ')}`)
    const rss = process.memoryUsage.rss() / 1024 / 1024
    return figure('owner-as-of', pairs, percentile(times.periods, 0.5), percentile(times.raw, 0.5), rss, {
      customers,
      one_by_one_ms: Math.round(percentile(times.each, 0.5)),
    })
  })
}

/** Everything that `relevo verify` looks at, beside reading and hashing every entry once. */
export const verifying: Bench = async (server, scale) => {
  const customers = scale === 'full' ? 200_000 : 20_000
  return await withHistory(server, customers, async (database, company) => {
    const ours: number[] = []
    const raw: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now()
      const found = await verifyCompanies(database.services, [{ id: company, name: 'big' }])
      ours.push(performance.now() - begun)
      if (!found.ok) throw new Error(JSON.stringify(found.first_bad))
      const started = performance.now()
      await once(
        database.url,
        `begin; set local app.organization_id = '${company}'; set local app.may = ',customers.read.all,';
        select sha256(string_agg(sha256(e::text::bytea), ''::bytea order by id)) from ledger_entry e; commit`,
      )
      raw.push(performance.now() - started)
    }
    const rss = process.memoryUsage.rss() / 1024 / 1024
    return figure('verify', customers * 5, percentile(ours, 0.5), percentile(raw, 0.5), rss, { customers })
  })
}
