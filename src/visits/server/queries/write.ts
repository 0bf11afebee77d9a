import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Fenced } from '../../fence.ts'
import type { PlanVisit } from '../../schema/visit.ts'
import type { TaskKind } from '../../task.ts'

type NewVisit = Pick<PlanVisit, 'id' | 'customerId' | 'plannedOn' | 'plannedAt' | 'minutes' | 'purpose'> & {
  readonly personId: string
  readonly reason: string
}

/** Whether a person serves the customer is asked of the ledger: such a visit follows it (migration 0093). */
export async function insertPlanned(tx: Tx, visit: NewVisit): Promise<void> {
  const {
    id,
    customerId,
    personId,
    plannedOn,
    plannedAt = null,
    minutes = null,
    reason,
    purpose = '',
  } = visit
  await sql`
    insert into visit (organization_id, id, customer_id, person_id, planned_on, planned_at, minutes, reason, purpose,
      planned_by, for_owner)
    values (app.organization(), ${id}, ${customerId}, ${personId}, ${plannedOn}, ${plannedAt}::time, ${minutes}, ${reason},
      nullif(${purpose}, ''), app.person(),
      ${reason} in ('cadence', 'hand') and app.serves(${customerId}, ${personId}, ${plannedOn}))`.execute(tx)
}

export async function insertUnplanned(
  tx: Tx,
  { id, customerId, day }: { id: string; customerId: string; day: string },
): Promise<void> {
  await sql`
    insert into visit (organization_id, id, customer_id, person_id, visited_on, reason, planned_by)
    values (app.organization(), ${id}, ${customerId}, app.person(), ${day}, 'unplanned', app.person())`.execute(
    tx,
  )
}

/** Sets columns of a visit. */
export async function updateVisit(
  tx: Tx,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assignments = Object.entries(columns).map(
    ([name, value]): RawBuilder<unknown> => sql`${sql.ref(name)} = ${value}`,
  )
  await sql`
    update visit set ${sql.join([...assignments, sql`version = version + 1`, sql`updated_at = now()`])}
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** After another person or day: whether the visit is one that follows whoever serves the customer. */
export async function asServed(tx: Tx, id: string): Promise<void> {
  await sql`
    update visit set for_owner = reason in ('cadence', 'hand') and app.serves(customer_id, person_id, planned_on)
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

type Taken = { latitude: number; longitude: number; accuracyM: number } | null

/** The columns of one end of a visit. */
export function checkColumns(
  end: 'in' | 'out',
  at: Date,
  { position, deviceAt }: { position: Taken; deviceAt?: string | undefined },
  { verdict, distanceM }: Fenced,
): Record<string, unknown> {
  return {
    [end === 'in' ? 'checked_in_at' : 'checked_out_at']: at,
    [`${end}_latitude`]: position?.latitude ?? null,
    [`${end}_longitude`]: position?.longitude ?? null,
    [`${end}_accuracy_m`]: position?.accuracyM ?? null,
    [`${end}_distance_m`]: distanceM,
    [`${end}_verdict`]: verdict,
    [`${end}_device_at`]: deviceAt ?? null,
  }
}

/** The columns of a check-in that was none. */
export const notCheckedIn: Readonly<Record<string, unknown>> = {
  checked_in_at: null,
  visited_on: null,
  in_latitude: null,
  in_longitude: null,
  in_accuracy_m: null,
  in_distance_m: null,
  in_verdict: null,
  in_device_at: null,
}

export async function insertTasks(
  tx: Tx,
  visit: { id: string; customerId: string },
  tasks: readonly { id: string; kind: TaskKind; text?: string | undefined }[],
): Promise<void> {
  if (tasks.length === 0) return
  await sql`
    insert into visit_task (organization_id, id, visit_id, customer_id, kind, text)
    select app.organization(), t.id, ${visit.id}, ${visit.customerId}, t.kind, nullif(t.text, '')
    from unnest(${tasks.map(({ id }) => id)}::uuid[], ${tasks.map(({ kind }) => kind)}::text[],
      ${tasks.map(({ text }) => text ?? '')}::text[]) as t (id, kind, text)`.execute(tx)
}

/** A task as it is now to be; done keeps the moment at which it first was. */
export async function putTask(
  tx: Tx,
  visit: { id: string; customerId: string },
  task: { id: string; kind: TaskKind; text: string | null; result: string | null; done: boolean },
  at: Date,
): Promise<void> {
  const { id, kind, text, result, done } = task
  await sql`
    insert into visit_task as t (organization_id, id, visit_id, customer_id, kind, text, result, done_at)
    values (app.organization(), ${id}, ${visit.id}, ${visit.customerId}, ${kind}, ${text}, ${result}, ${done ? at : null})
    on conflict (organization_id, id) do update set kind = excluded.kind, text = excluded.text, result = excluded.result,
      done_at = case when excluded.done_at is null then null else coalesce(t.done_at, excluded.done_at) end,
      version = t.version + 1`.execute(tx)
}

/** The visit that a task belongs to; null when there is none. */
export async function visitOfTask(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select visit_id as id from visit_task where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

export async function deleteTask(tx: Tx, id: string): Promise<void> {
  await sql`delete from visit_task where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Takes a visit for writing; false when there is none that the asker may change. */
export async function lockVisit(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from visit where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows.length > 0
}

/** The customer of a visit that the asker sees, as a list of one; else of none. */
export async function customerOfVisit(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from visit where organization_id = app.organization() and id = ${id}`.execute(tx)
  return rows.map((row) => row.id)
}
