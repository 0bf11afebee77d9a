import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { makeDemo } from '../../demo/server/commands.ts'
import { allPermissions } from '../../people/permissions.ts'
import { companiesHere } from '../../people/server/queries/company.ts'
import { verifyCompanies } from './verify.ts'

let server: Awaited<ReturnType<typeof ownServer>>
beforeAll(async () => {
  server = await ownServer()
  await makeDemo(
    server.services,
    { language: 'en', customers: 40, people: 10, months: 6, seed: 'v' },
    null,
    () => {},
  )
})
afterAll(() => server.stop())

const verified = async () => await verifyCompanies(server.services, await companiesHere(server.services.db))

/** Changes a table behind the program's back, looks, and takes it back. */
async function tampered(text: string) {
  const { rows } = await sql<{ id: string }>`select id from sign_in.company`.execute(server.services.db)
  const settings = `set local app.organization_id = '${rows[0]?.id}'; set local app.command = 'tamper'; set local app.may = ',${allPermissions.join(',')},'`
  await sql.raw(`begin; ${settings}; ${text}; commit`).execute(server.services.db)
  return await verified()
}

test('a fresh company is whole', async () => {
  expect(await verified()).toMatchObject({ ok: true, first_bad: null })
})

test.each([
  [
    'change-feed-is-dense',
    `update organization_head set revision = revision + 1`,
    `update organization_head set revision = revision - 1`,
  ],
  [
    'holders-equal-ledger',
    `update holder set since_day = since_day - 1 where customer_id = (select min(customer_id::text)::uuid from holder) and role = 'owner'`,
    `update holder set since_day = since_day + 1 where customer_id = (select min(customer_id::text)::uuid from holder) and role = 'owner'`,
  ],
  [
    'no-leaver-holds-a-customer',
    `update person set left_on = '2020-01-01', hired_on = '2019-01-01' where id = (select person_id from holder where role = 'owner' and person_id is not null limit 1)`,
    `update person set left_on = null where left_on = '2020-01-01'`,
  ],
])('%s is seen when tampered with', async (check, harm, mend) => {
  expect(await tampered(harm)).toMatchObject({ ok: false, first_bad: { check } })
  expect(await tampered(mend)).toMatchObject({ ok: true })
})
