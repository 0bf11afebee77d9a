import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { verifyCompanies } from '../../program/commands/verify.ts'

const tables = ['ledger_entry', 'ledger_batch', 'ledger_seal', 'holder', 'change', 'ledger_note']
let server: Server
let company: string
let owner: Client
let ids: string[]
let bea: string
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  const boss = await aPerson(server, company, 'Carmen', ['principal'])
  const ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: boss.id })
  bea = (await aPerson(server, company, 'Bea', ['salesperson'], { managerId: boss.id })).id
  ids = [
    await aCustomer(ana, { name: 'Uno' }),
    await aCustomer(ana, { name: 'Dos' }),
    await aCustomer(ana, { name: 'Tres' }),
  ]
  const assign = (body: object) => boss.ask('POST', '/api/customers/assign', body)
  await assign({ selection: { ids }, role: 'owner', personId: bea, reason: 'a new area' })
  await assign({ selection: { ids }, role: 'backup', personId: ana.id })
  await assign({ selection: { ids: ids.slice(0, 1) }, role: 'owner', personId: null })
  owner = new Client({ connectionString: server.url })
  await owner.connect()
  // Whoever owns the tables can do all this: references are let go for good, triggers and policies while tampering.
  const { rows } = await owner.query<{ harm: string }>(
    `
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as harm from pg_constraint
    where contype = 'f' and (conrelid = any ($1::regclass[]) or confrelid = any ($1::regclass[]))`,
    [tables],
  )
  for (const { harm } of rows) await owner.query(harm)
})
afterAll(async () => {
  await owner.end()
  await server.stop()
})

const verified = async () => await verifyCompanies(server.services, [{ id: company, name: 'it' }])

/** Writes into the tables as their owner, past triggers and policies, looks, and puts everything back. */
async function tampered(text: string) {
  for (const table of tables) {
    await owner.query(
      `alter table ${table} disable trigger user; alter table ${table} no force row level security`,
    )
    await owner.query(`create table kept_${table} as select * from ${table}`)
  }
  const done = [await owner.query(text)].flat()
  const found = await verified()
  for (const table of tables) {
    await owner.query(`delete from ${table}; insert into ${table} select * from kept_${table}`)
    await owner.query(`drop table kept_${table}`)
    await owner.query(
      `alter table ${table} enable trigger user; alter table ${table} force row level security`,
    )
  }
  for (const { rowCount } of done) expect(rowCount, 'the tampering touched something').toBeGreaterThan(0)
  return found
}

test('untouched, everything holds', async () => {
  expect(await verified()).toMatchObject({ ok: true, first_bad: null })
})

const entry = () =>
  `(select id from ledger_entry where customer_id = '${ids[1]}' and role = 'owner' and ordinal = 2)`
test.each<[string, () => string, string, RegExp]>([
  [
    'another person in an entry',
    () => `update ledger_entry set person_id = null where id = ${entry()}`,
    'ledger-is-as-sealed',
    /entry .* is not what was sealed/,
  ],
  [
    'an earlier day in an entry',
    () => `update ledger_entry set from_day = from_day - 30 where id = ${entry()}`,
    'ledger-is-as-sealed',
    /entry .* is not what was sealed/,
  ],
  [
    'another cause in an entry',
    () => `update ledger_entry set cause = 'registered' where id = ${entry()}`,
    'ledger-is-as-sealed',
    /entry .* is not what was sealed/,
  ],
  [
    'an entry taken away',
    () => `delete from ledger_entry where id = ${entry()}`,
    'ledger-is-as-sealed',
    /an entry is missing/,
  ],
  [
    'an entry slipped into an old batch',
    () => `insert into ledger_entry (organization_id, id, batch_id, customer_id, role, from_day, person_id, cause, ordinal)
      select organization_id, gen_random_uuid(), batch_id, customer_id, role, from_day, '${bea}', cause, 3 from ledger_entry where id = ${entry()}`,
    'ledger-is-as-sealed',
    /entry .* is not what was sealed/,
  ],
  [
    'another author of a batch',
    () =>
      `update ledger_batch set recorded_by = '${bea}' where id = (select batch_id from ledger_entry where id = ${entry()})`,
    'ledger-is-as-sealed',
    /its batch was changed/,
  ],
  [
    'another instant of a seal',
    () => `update ledger_seal set sealed_at = sealed_at - interval '1 microsecond' where number = 2`,
    'ledger-is-as-sealed',
    /batch 2 .* its batch was changed/,
  ],
  [
    'a batch and its seal taken out of the middle',
    () => `with s as (delete from ledger_seal where number = 2 returning batch_id), e as (delete from ledger_entry where batch_id in (select batch_id from s))
      delete from ledger_batch where id in (select batch_id from s)`,
    'ledger-is-as-sealed',
    /a seal is missing before it/,
  ],
  [
    'the last batch taken away whole, and what holds today set back',
    () => `with s as (delete from ledger_seal where number = (select max(number) from ledger_seal) returning batch_id),
        e as (delete from ledger_entry where batch_id in (select batch_id from s) returning customer_id),
        h as (update holder set (person_id, entry_id) = (select x.person_id, x.id from ledger_entry x where x.customer_id = holder.customer_id and x.role = 'owner' and x.ordinal = 2)
          where role = 'owner' and customer_id in (select customer_id from e))
      delete from ledger_batch where id in (select batch_id from s)`,
    'ledger-batches-are-sealed',
    /the change feed knows it/,
  ],
  [
    'an entry changed and its own seal made anew, the next ones not',
    () => `update ledger_entry set person_id = null where id = ${entry()};
      update ledger_seal s set leaves = l.leaves, hash = app.ledger_hash(b, s.number, s.sealed_at, s.entries, s.previous, l.leaves)
      from ledger_batch b, lateral (select string_agg(app.ledger_leaf(x), ''::bytea order by x.id) as leaves
        from ledger_entry x where x.batch_id = b.id) l
      where s.batch_id = b.id and b.id = (select batch_id from ledger_entry where id = ${entry()})`,
    'ledger-is-as-sealed',
    /it does not follow the seal before/,
  ],
  [
    'a batch that was never sealed',
    () =>
      `insert into ledger_batch (organization_id, id, cause) values ('${company}', gen_random_uuid(), 'assigned')`,
    'ledger-batches-are-sealed',
    /not sealed/,
  ],
  [
    'who holds today',
    () => `update holder set person_id = '${bea}' where role = 'owner' and customer_id = '${ids[0]}'`,
    'holders-equal-ledger',
    /owner/,
  ],
  [
    'two seats swapped',
    () => `update ledger_entry set seat = 1 where role = 'backup' and customer_id = '${ids[2]}'`,
    'ledger-is-as-sealed',
    /entry .* is not what was sealed/,
  ],
])('found: %s', async (_, harm, check, what) => {
  const { ok, first_bad: bad } = await tampered(harm())
  expect(ok).toBe(false)
  expect(bad?.check).toBe(check)
  expect(bad?.what).toMatch(what)
})

test('the program itself can not change or take away what is written', async () => {
  for (const table of ['ledger_entry', 'ledger_batch', 'ledger_seal']) {
    for (const harm of [
      `update ${table} set organization_id = organization_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      const settings = `set local app.organization_id = '${company}'; set local app.command = 'harm'; set local app.may = ',customers.assign,customers.read.all,'`
      const tried = owner.query(`begin; set local role relevo_app; ${settings}; ${harm}; commit`)
      await expect(tried).rejects.toThrow(/permission denied|append-only/)
      await owner.query('rollback')
      // Even their owner: either the trigger refuses, or row-level security shows no row to change.
      const done = await owner
        .query(`begin; ${settings}; ${harm}; commit`)
        .then((results) => [results].flat().find(({ command }) => /UPDATE|DELETE/.test(command))?.rowCount)
        .catch((error: Error) => error.message)
      expect([0, `${table} is append-only`]).toContain(done)
      await owner.query('rollback')
    }
  }
})
