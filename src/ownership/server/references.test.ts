import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'

let server: Server
let ana: Asker
let bea: Asker
let customer: string
let other: string
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
  customer = await aCustomer(ana, { name: 'Uno' })
  other = await aCustomer(ana, { name: 'Dos' })
})
afterAll(() => server.stop())

const wrong: [string, () => RawBuilder<unknown>, RegExp][] = [
  [
    'an entry of a batch that is not there',
    () => sql`insert into ledger_entry (organization_id, id, batch_id, customer_id, role, from_day, person_id, cause, ordinal)
      values (app.organization(), app.new_id(), app.new_id(), ${customer}, 'backup', app.today(), ${ana.id}, 'assigned', 1)`,
    /entry of a batch/,
  ],
  [
    'a holder without an entry',
    () => sql`insert into holder (organization_id, customer_id, role, person_id, since_day, entry_id)
      values (app.organization(), ${customer}, 'backup', ${ana.id}, app.today(), app.new_id())`,
    /no entry says so/,
  ],
  [
    'a holder by the entry of another customer',
    () => sql`update holder set entry_id = (select entry_id from holder where customer_id = ${other})
      where customer_id = ${customer}`,
    /no entry says so/,
  ],
  [
    'a holder whom the entry doesn’t name',
    () => sql`update holder set person_id = ${bea.id} where customer_id = ${customer}`,
    /no entry says so/,
  ],
  [
    'a change of a revision that is not there',
    () => sql`insert into change (organization_id, revision, entity, entity_id)
      values (app.organization(), 999999, 'customer', ${customer})`,
    /change of a revision/,
  ],
]
test.each(wrong)('the database refuses %s', async (_, write, message) => {
  const doing = asProgram(server, ana.companyId, async (tx, changes) => {
    changes.add('holder', customer, customer)
    changes.add('ledger_entry', customer, customer)
    await write().execute(tx)
  })
  await expect(doing).rejects.toThrow(message)
})
