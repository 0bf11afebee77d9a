import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { permissionsOf } from '../../people/permissions.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { lockLedger } from './queries/ledger.ts'

let server: Server
let ana: Asker
let customer: string
beforeAll(async () => {
  server = await ownServer()
  ana = await aPerson(server, await aCompany(server), 'Ana', ['salesperson'])
  customer = await aCustomer(ana)
})
afterAll(() => server.stop())

test('a salesperson takes the lock as well, and keeps no right lent for it', async () => {
  const may = permissionsOf(['salesperson'])
  const actor = { organizationId: ana.companyId, personId: ana.id, userId: null, may, people: [ana.id] }
  await commandAs(server.services.db, actor, 'look', async (tx) => {
    await lockLedger(tx, [customer])
    const { rows } = await sql<{ held: boolean; may: boolean }>`
      select exists (select from pg_locks where relation = 'holder'::regclass and mode = 'RowShareLock'
        and pid = pg_backend_pid()) as held, app.may('customers.assign') as may`.execute(tx)
    expect(rows).toEqual([{ held: true, may: false }])
    const other = commandAs(
      server.services.db,
      { ...actor, personId: null, may: [] },
      'look',
      async (second) => {
        await sql`set local lock_timeout = '200ms'`.execute(second)
        await lockLedger(second, [customer])
      },
    )
    await expect(other).rejects.toThrow(/lock timeout/)
  })
})
