import { type RawBuilder, sql } from 'kysely'
import { personJson } from '../../../customers/server/queries/instant.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { actionsOnPromise, promiseStateOn } from '../../promise.ts'
import type { CustomerPromise, MakePromise } from '../../schema/promise.ts'

type Row = Omit<CustomerPromise, 'state' | 'may'> & { today: string }

const mostShown = 200

async function promisesWhere(
  tx: Tx,
  condition: RawBuilder<unknown>,
  actor: Actor,
): Promise<CustomerPromise[]> {
  const { rows } = await sql<Row>`
    select m.id, jsonb_build_object('id', c.id, 'name', c.name) as customer, m.text, m.contact_id as "contactId",
      k.name as "contactName", ${personJson('p')} as "madeBy", m.made_on as "madeOn", m.due_on as "dueOn",
      m.visit_id as "visitId", m.kept_on as "keptOn", m.withdrawn_on as "withdrawnOn", m.outcome,
      ${personJson('x')} as "closedBy", app.today() as today
    from promise m
    join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
    left join contact k on k.organization_id = m.organization_id and k.id = m.contact_id
    left join person p on p.organization_id = m.organization_id and p.id = m.made_by
    left join person x on x.organization_id = m.organization_id and x.id = m.closed_by
    where m.organization_id = app.organization() and ${condition}
    order by (m.kept_on is not null or m.withdrawn_on is not null), coalesce(m.kept_on, m.withdrawn_on) desc nulls first,
      m.due_on nulls last, m.made_on, m.id limit ${mostShown}`.execute(tx)
  const writes = actor.may.includes('visits.write')
  return rows.map(({ today, ...row }) => {
    const state = promiseStateOn(row, today)
    return { ...row, state, may: writes ? actionsOnPromise(state) : [] }
  })
}

/** What was promised to a customer, open ones first, the most pressing at the top. */
export async function promisesOf(tx: Tx, customer: string, actor: Actor): Promise<CustomerPromise[]> {
  return await promisesWhere(tx, sql`m.customer_id = ${customer}`, actor)
}

/** Open promises that a person made or whose customer they serve; only overdue ones where asked. */
export async function openPromisesFor(
  tx: Tx,
  actor: Actor,
  only: 'overdue' | 'all',
): Promise<CustomerPromise[]> {
  return await promisesWhere(
    tx,
    sql`m.kept_on is null and m.withdrawn_on is null ${only === 'overdue' ? sql`and m.due_on < app.today()` : sql``}
      and (m.made_by = ${actor.personId} or m.customer_id in (select h.customer_id from holder h
        where h.organization_id = app.organization() and h.person_id = ${actor.personId} and h.role in ('owner', 'cover')))`,
    actor,
  )
}

/** One promise; null when there is none that the asker may see. */
export async function promiseWith(tx: Tx, id: string, actor: Actor): Promise<CustomerPromise | null> {
  return (await promisesWhere(tx, sql`m.id = ${id}`, actor))[0] ?? null
}

/** Takes a promise for writing; false when there is none that the asker may change. */
export async function lockPromise(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from promise where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows.length > 0
}

/** Whether a contact and a visit, where they are named, are this customer's. */
export async function belongTo(
  tx: Tx,
  { customerId, contactId = null, visitId = null }: Pick<MakePromise, 'customerId' | 'contactId' | 'visitId'>,
): Promise<boolean> {
  const { rows } = await sql<{ ok: boolean }>`
    select (${contactId}::uuid is null or exists (select from contact k where k.organization_id = app.organization()
        and k.id = ${contactId} and k.customer_id = ${customerId}))
      and (${visitId}::uuid is null or exists (select from visit v where v.organization_id = app.organization()
        and v.id = ${visitId} and v.customer_id = ${customerId})) as ok`.execute(tx)
  return rows[0]?.ok === true
}

export async function insertPromise(tx: Tx, promise: MakePromise, today: string): Promise<void> {
  const { id, customerId, text, dueOn = null, contactId = null, visitId = null } = promise
  await sql`
    insert into promise (organization_id, id, customer_id, contact_id, text, made_by, made_on, due_on, visit_id)
    values (app.organization(), ${id}, ${customerId}, ${contactId}, ${text}, app.person(), ${today}, ${dueOn}, ${visitId})`.execute(
    tx,
  )
}

/** Sets columns of a promise. */
export async function updatePromise(
  tx: Tx,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assignments = Object.entries(columns).map(
    ([name, value]): RawBuilder<unknown> => sql`${sql.ref(name)} = ${value}`,
  )
  await sql`
    update promise set ${sql.join([...assignments, sql`version = version + 1`, sql`updated_at = now()`])}
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}
