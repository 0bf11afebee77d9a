import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Moved } from '../../moving.ts'

const here = sql`organization_id = app.organization()`

/**
 * Contacts of the dropped entries that say nothing which one of the kept entry's doesn't say too, as dropped to kept:
 * the same name, phone and e-mail, and nothing more besides. They stay where they are.
 */
export async function sameContacts(
  tx: Tx,
  from: readonly string[],
  kept: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ dropped: string; kept: string }>`
    select distinct on (d.id) d.id as dropped, k.id as kept
    from contact d join contact k on k.organization_id = d.organization_id and k.customer_id = ${kept}
      and lower(k.name) = lower(d.name) and k.phone_e164 is not distinct from d.phone_e164
      and (k.phone_e164 is not null or k.phone is not distinct from d.phone)
      and lower(k.email) is not distinct from lower(d.email)
      and (d.title is null or lower(d.title) = lower(k.title)) and (d.messaging is null or d.messaging = k.messaging)
      and (d.language is null or d.language = k.language) and d.parts <@ k.parts
    where d.${here} and d.customer_id = any (${[...from]}::uuid[])
    order by d.id, k.id`.execute(tx)
  return new Map(rows.map((row) => [row.dropped, row.kept]))
}

/** Moves the other contacts. Nobody of them is in charge any more: the kept entry has one person in charge at most. */
export async function moveContacts(
  tx: Tx,
  from: readonly string[],
  kept: string,
  staying: readonly string[],
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select 'contact' as entity, id, customer_id as "from" from contact
    where ${here} and customer_id = any (${[...from]}::uuid[]) and id <> all (${[...staying]}::uuid[])
    order by id for update`.execute(tx)
  if (rows.length === 0) return []
  await sql`
    update contact c set customer_id = ${kept}, in_charge = false, version = c.version + 1, updated_at = now()
    where c.${here} and c.id = any (${rows.map((row) => row.id)}::uuid[])`.execute(tx)
  return rows
}

/** The person in charge of each of these customers, as it is shown. */
export async function inChargeSeen(
  tx: Tx,
  customers: readonly string[],
): Promise<Map<string, { name: string; phone: string | null }>> {
  const { rows } = await sql<{ customer: string; name: string; phone: string | null }>`
    select customer_id as customer, name, coalesce(phone, phone_e164) as phone from contact
    where ${here} and customer_id = any (${[...customers]}::uuid[]) and in_charge`.execute(tx)
  return new Map(rows.map(({ customer, ...contact }) => [customer, contact]))
}

/** The person in charge of each of these customers, locked. */
export async function inChargeOf(
  tx: Tx,
  customers: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  const { rows } = await sql<{ customer: string; id: string; name: string }>`
    select customer_id as customer, id, name from contact
    where ${here} and customer_id = any (${[...customers]}::uuid[]) and in_charge order by id for update`.execute(
    tx,
  )
  return new Map(rows.map(({ customer, ...contact }) => [customer, contact]))
}

/**
 * Puts these contacts in charge, or out of it. A customer that has a person in charge already keeps that one. Answers
 * the contacts that could be set.
 */
export async function setInCharge(tx: Tx, ids: readonly string[], value: boolean): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    update contact c set in_charge = ${value}, version = c.version + 1, updated_at = now()
    where c.${here} and c.id = any (${[...ids]}::uuid[]) and c.in_charge <> ${value}::boolean
      and (not ${value}::boolean or not exists (select from contact x
        where x.${here} and x.customer_id = c.customer_id and x.in_charge and x.id <> c.id))
    returning c.id`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Whether these contacts are in charge now; those that are gone are left out. */
export async function chargesNow(tx: Tx, ids: readonly string[]): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ id: string; charge: boolean }>`
    select id, in_charge as charge from contact where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.charge]))
}
