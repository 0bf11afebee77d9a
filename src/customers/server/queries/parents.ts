import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Whether the customer, or one of these, is the other or above it in its chain of parents, so that it can't be put below. */
export async function isAncestor(tx: Tx, customers: readonly string[], below: string): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    with recursive up(id, parent_id) as (
      select id, parent_id from customer where id = ${below}
      union
      select c.id, c.parent_id from up join customer c on c.organization_id = app.organization() and c.id = up.parent_id
    )
    select exists (select 1 from up where id = any (${[...customers]}::uuid[])) as above`.execute(tx)
  return rows[0]?.above ?? false
}
