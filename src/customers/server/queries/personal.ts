import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { PersonalFact } from '../../schema/personal.ts'
import { personJson } from './instant.ts'

/** Whether the asker is of the customer's own team: holds it in person, in any role but referrer. */
export async function isOfTeam(tx: Tx, customer: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select app.holds(${customer}) as holds`.execute(tx)
  return rows[0]?.holds ?? false
}

/** The facts that have not expired; the database gives them to the customer's own team alone. */
export async function personalFacts(tx: Tx, customer: string): Promise<PersonalFact[]> {
  const { rows } = await sql<PersonalFact>`
    select f.id, f.contact_id as "contactId", k.name as "contactName", f.kind, f.fact as text, f.source,
      ${personJson('p')} as author, f.noted_on as "notedOn", f.expires_on as "expiresOn"
    from personal_fact f
    join contact k on k.organization_id = f.organization_id and k.id = f.contact_id
    left join person p on p.organization_id = f.organization_id and p.id = f.author_id
    where f.customer_id = ${customer} order by f.kind, f.noted_on desc, f.id`.execute(tx)
  return rows
}

export async function insertFact(
  tx: Tx,
  fact: {
    id: string
    customerId: string
    contactId: string
    kind: string
    text: string
    source: string
    notedOn: string
    expiresOn: string
    noChildren: boolean
  },
): Promise<void> {
  await sql`
    insert into personal_fact (organization_id, id, customer_id, contact_id, kind, fact, source, author_id, noted_on,
      expires_on, no_children)
    values (app.organization(), ${fact.id}, ${fact.customerId}, ${fact.contactId}, ${fact.kind}, ${fact.text},
      ${fact.source}, app.person(), ${fact.notedOn}, ${fact.expiresOn}, ${fact.noChildren})`.execute(tx)
}

export async function deleteFact(tx: Tx, customer: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from personal_fact where customer_id = ${customer} and id = ${id} returning id`.execute(tx)
  return rows.length > 0
}

/** Deletes what has expired; only the program's own command may (see the policy). */
export async function deleteExpired(tx: Tx): Promise<number> {
  const { rows } = await sql`delete from personal_fact returning id`.execute(tx)
  return rows.length
}

/** Notes who looked at, wrote or removed personal facts of which customer (rule 10.2); never what they say. */
export async function logAccess(
  tx: Tx,
  entry: { id: string; action: string; customer: string; count: number; requestId: string | null },
): Promise<void> {
  await sql`
    insert into access_log (organization_id, id, person_id, action, entity, entity_id, row_count, request_id)
    values (app.organization(), ${entry.id}, app.person(), ${entry.action}, 'customer', ${entry.customer},
      ${entry.count}, ${entry.requestId})`.execute(tx)
}
