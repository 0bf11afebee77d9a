import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { ChannelKind } from '../../coverage.ts'

export type Channel = { id: string; kind: ChannelKind; value: string; since: string }

/** The channels of a customer, the kinds in their order, the oldest first. */
export async function channelsOf(tx: Tx, customer: string): Promise<Channel[]> {
  const { rows } = await sql<Channel>`
    select id, kind, value, since_day::text as since from customer_channel
    where organization_id = app.organization() and customer_id = ${customer}::uuid
    order by kind, since_day, id`.execute(tx)
  return rows
}

/** Gives these customers, who lack it, a channel, in one statement; answers the new rows. */
export async function addChannelTo(
  tx: Tx,
  customers: readonly string[],
  channel: Omit<Channel, 'id'>,
): Promise<{ id: string; customerId: string }[]> {
  const { kind, value, since } = channel
  const { rows } = await sql<{ id: string; customerId: string }>`
    insert into customer_channel (organization_id, id, customer_id, kind, value, since_day, recorded_by)
    select app.organization(), app.new_id(), c.id, ${kind}, ${value}, ${since}::date, app.person()
    from unnest(${[...customers]}::uuid[]) as c (id)
    returning id, customer_id as "customerId"`.execute(tx)
  return rows
}

/** Which of these customers, locked by the caller, lack a channel. */
export async function lackingChannel(
  tx: Tx,
  customers: readonly string[],
  { kind, value }: Pick<Channel, 'kind' | 'value'>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from unnest(${[...customers]}::uuid[]) as c (id)
    where not exists (select from customer_channel x where x.organization_id = app.organization()
      and x.customer_id = c.id and x.kind = ${kind} and x.value = ${value})`.execute(tx)
  return rows.map((row) => row.id)
}

export async function deleteChannel(tx: Tx, channel: string): Promise<void> {
  await sql`
    delete from customer_channel where organization_id = app.organization() and id = ${channel}::uuid`.execute(
    tx,
  )
}
