import { sql } from 'kysely'
import { insertContacts } from '../src/customers/server/queries/write.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import type { Changes } from '../src/platform/server/database/changes.ts'
import type { Tx } from '../src/platform/server/database/connect.ts'
import { commandAs } from '../src/platform/server/database/transaction.ts'
import { newId } from '../src/platform/server/uuid.ts'
import type { Asker, Server } from './make.ts'

/** Writes as the program itself, past the rules of the commands: for states that a test starts from. */
export function asProgram<T>(
  server: Server,
  company: string,
  work: (tx: Tx, changes: Changes) => Promise<T>,
  name = 'arrange',
): Promise<T> {
  return commandAs(server.services.db, programActor(company), name, work)
}

/** What a test says of customers that look alike on purpose. */
export const anotherOutlet = { reason: 'The test wants both' }

/** A customer registered by somebody who may, whatever looks like it; answers its id. */
export async function aCustomer(who: Asker, customer: Record<string, unknown> = {}): Promise<string> {
  const made = await who.ask('POST', '/api/customers', { name: 'Bar Sol', anotherOutlet, ...customer })
  if (made.status !== 200) throw new Error(`not registered: ${JSON.stringify(made.body)}`)
  return (made.body as { id: string }).id
}

/** Sets columns of a customer as they are in the table. */
export function changeCustomer(
  server: Server,
  company: string,
  id: string,
  columns: Record<string, unknown>,
): Promise<void> {
  return asProgram(server, company, async (tx, changes) => {
    await tx
      .updateTable('customer')
      .set({ ...columns, version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
    changes.add('customer', id, id)
  })
}

/** A contact of a customer; answers its id. */
export function aContact(
  server: Server,
  company: string,
  customer: string,
  contact: Parameters<typeof insertContacts>[2][number],
): Promise<string> {
  return asProgram(server, company, async (tx, changes) => {
    const [id = ''] = await insertContacts(tx, customer, [contact], 'ES')
    changes.add('contact', id, customer)
    return id
  })
}

/** Rows of any table that hangs on a customer, with new ids; answers these. */
export function someRows(
  server: Server,
  company: string,
  table:
    | 'product'
    | 'allocation'
    | 'carried_product'
    | 'change_request'
    | 'payment'
    | 'receivable'
    | 'personal_fact'
    | 'customer',
  rows: readonly Record<string, unknown>[],
  command = 'arrange',
): Promise<string[]> {
  const made = rows.map((row) => ({ organization_id: company, id: newId(), ...row }))
  return asProgram(
    server,
    company,
    async (tx, changes) => {
      for (const row of made) {
        await tx
          .insertInto(table)
          .values(row as never)
          .execute()
        const { customer_id } = row as { customer_id?: string }
        changes.add(table, row.id, customer_id ?? null)
      }
      return made.map((row) => row.id)
    },
    command,
  )
}
