import { sql } from 'kysely'
import { newId } from './uuid.ts'
import type { Actor } from './database/actor.ts'
import type { Tx } from './database/connect.ts'

/** What is noted: who is the actor, when is now; the rest is here. `detail` holds no personal data. */
export type Noted = {
  /** What was done, as 'role.given' or 'customers.exported'. */
  readonly action: string
  /** The table and row it was done to. */
  readonly entity?: string
  readonly entityId?: string
  /** How many rows were read or handed out. */
  readonly rowCount?: number
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Notes a read in bulk, an export or a change of access (rule 10.2), in the transaction of what it is about. */
export async function noteAccess(tx: Tx, actor: Actor, noted: Noted): Promise<void> {
  await sql`
    insert into access_log (organization_id, id, person_id, action, entity, entity_id, row_count, detail, request_id)
    values (${actor.organizationId}, ${newId()}, ${actor.personId}, ${noted.action}, ${noted.entity ?? null},
      ${noted.entityId ?? null}, ${noted.rowCount ?? null}, ${JSON.stringify(noted.detail ?? {})}::jsonb,
      ${actor.requestId ?? null})`.execute(tx)
}
