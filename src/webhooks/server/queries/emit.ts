import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Whether anybody wants events of a type, for those that cost something to put together. */
export async function isWanted(tx: Tx, type: string): Promise<boolean> {
  const { rows } = await sql`
    select from webhook_wanted where organization_id = app.organization() and type = ${type} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** Writes a message and a delivery for each endpoint that wants its type, in one statement; nothing where none does. */
export async function insertMessage(tx: Tx, id: string, type: string, data: object): Promise<void> {
  await sql`
    with wanted as materialized (
      select endpoint_id from webhook_wanted where organization_id = app.organization() and type = ${type}
    ), message as (
      insert into webhook_message (organization_id, id, type, data)
      select app.organization(), ${id}, ${type}, ${JSON.stringify(data)}::jsonb where exists (select from wanted)
    )
    insert into webhook_delivery (organization_id, id, message_id, endpoint_id)
    select app.organization(), app.new_id(), ${id}, endpoint_id from wanted`.execute(tx)
}

/** The same of many messages of a type at once. */
export async function insertMessages(
  tx: Tx,
  type: string,
  messages: readonly { id: string; data: object }[],
): Promise<void> {
  if (messages.length === 0) return
  await sql`
    with wanted as materialized (
      select endpoint_id from webhook_wanted where organization_id = app.organization() and type = ${type}
    ), said as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as m(id uuid, data jsonb)
    ), message as (
      insert into webhook_message (organization_id, id, type, data)
      select app.organization(), said.id, ${type}, said.data from said where exists (select from wanted)
    )
    insert into webhook_delivery (organization_id, id, message_id, endpoint_id)
    select app.organization(), app.new_id(), said.id, endpoint_id from said cross join wanted`.execute(tx)
}

/** The same for one endpoint, whatever it wants. False when there is no such endpoint, or it is off. */
export async function insertMessageFor(
  tx: Tx,
  endpoint: string,
  id: string,
  type: string,
  data: object,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with target as materialized (
      select id from webhook_endpoint where organization_id = app.organization() and id = ${endpoint} and enabled
    ), message as (
      insert into webhook_message (organization_id, id, type, data)
      select app.organization(), ${id}, ${type}, ${JSON.stringify(data)}::jsonb where exists (select from target)
    )
    insert into webhook_delivery (organization_id, id, message_id, endpoint_id)
    select app.organization(), app.new_id(), ${id}, id from target`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}
