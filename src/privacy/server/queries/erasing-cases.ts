import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

const ofCustomers = (ids: readonly string[]) => sql`event_id in (
  select e.id from collision_event e
  join collision k on k.organization_id = e.organization_id and k.id = e.collision_id
  where e.organization_id = app.organization() and k.customer_id = any (${[...ids]}::uuid[]))`

/** The files that are evidence in cases about these customers: under which keys their content lies. */
export async function evidenceOf(tx: Tx, customers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select 'collisions/' || event_id || '/file' as key from collision_file
    where organization_id = app.organization() and ${ofCustomers(customers)}`.execute(tx)
  return rows.map(({ key }) => key)
}

/** What people said about whose these customers are goes; that they claimed them, and what was ruled, stays. */
export async function blankCases(tx: Tx, customers: readonly string[]): Promise<void> {
  await sql`
    delete from registered_apart where organization_id = app.organization()
      and (customer_id = any (${[...customers]}::uuid[]) or other_id = any (${[...customers]}::uuid[]))`.execute(
    tx,
  )
  await sql`delete from collision_words
    where organization_id = app.organization() and ${ofCustomers(customers)}`.execute(tx)
  await sql`delete from collision_file
    where organization_id = app.organization() and ${ofCustomers(customers)}`.execute(tx)
}
