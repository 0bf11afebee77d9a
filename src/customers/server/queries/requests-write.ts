import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'

export type Wish = {
  entity: 'customer' | 'contact'
  entityId: string
  field: string
  from: unknown
  to: unknown
}

/**
 * Records changes that wait for a decision. A person's earlier wish for the same field is withdrawn by the new one, so
 * that there is one to decide.
 */
export async function askForChanges(
  tx: Tx,
  customer: string,
  wishes: readonly Wish[],
  reason: string | undefined,
): Promise<{ asked: { field: string; requestId: string }[]; withdrawn: string[] }> {
  const asked = wishes.map((wish) => ({ ...wish, requestId: newId() }))
  if (asked.length === 0) return { asked: [], withdrawn: [] }
  const entities = asked.map((one) => one.entityId)
  const fields = asked.map((one) => one.field)
  const { rows: withdrawn } = await sql<{ id: string }>`
    update change_request q set state = 'withdrawn', decided_at = now(), decided_by = app.person()
    from unnest(${entities}::uuid[], ${fields}::text[]) as w (entity_id, field)
    where q.customer_id = ${customer} and q.entity_id = w.entity_id and q.field = w.field and q.state = 'waiting'
      and q.requested_by = app.person()
    returning q.id`.execute(tx)
  await sql`
    insert into change_request (organization_id, id, customer_id, entity, entity_id, field, from_value, to_value, reason, requested_by)
    select app.organization(), w.id, ${customer}, w.entity, w.entity_id, w.field, w.from_value, w.to_value,
      ${reason || null}, app.person()
    from unnest(${asked.map((one) => one.requestId)}::uuid[], ${asked.map((one) => one.entity)}::text[],
      ${entities}::uuid[], ${fields}::text[], ${asked.map((one) => JSON.stringify(one.from ?? null))}::jsonb[],
      ${asked.map((one) => JSON.stringify(one.to ?? null))}::jsonb[])
      as w (id, entity, entity_id, field, from_value, to_value)`.execute(tx)
  return {
    asked: asked.map(({ field, requestId }) => ({ field, requestId })),
    withdrawn: withdrawn.map(({ id }) => id),
  }
}

export type Waiting = {
  id: string
  customerId: string
  entity: 'customer' | 'contact'
  entityId: string
  field: string
  from: unknown
  to: unknown
  state: string
  requestedBy: string | null
}

/** A request, locked; null when there is none that the asker may see. */
export async function lockRequest(tx: Tx, id: string): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`
    select id, customer_id as "customerId", entity, entity_id as "entityId", field, from_value as "from",
      to_value as "to", state, requested_by as "requestedBy"
    from change_request where id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

/** Ends a request. */
export async function decide(
  tx: Tx,
  id: string,
  state: 'approved' | 'rejected' | 'withdrawn',
  note: string | undefined,
): Promise<void> {
  await sql`
    update change_request set state = ${state}, decided_by = app.person(), decided_at = now(),
      decision_note = ${note || null} where id = ${id}`.execute(tx)
}
