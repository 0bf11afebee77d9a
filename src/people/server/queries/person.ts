import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { searchText } from '../../../platform/server/search-text.ts'

/** What a person's row holds that people write; the phone is kept as written and, when certain, in E.164. */
export type PersonRow = {
  code: string
  name: string
  email: string | null
  phone: string | null
  phone_e164: string | null
  city: string | null
  country: string | null
  language: string | null
  languages: string[]
  skills: string[]
  hired_on: string | null
}

/** Writes a new person and its search text. Colours are given round in the order of coming, so that they stay. */
export async function insertPerson(
  tx: Tx,
  organization: string,
  id: string,
  person: Partial<PersonRow> & { code: string; name: string; user_id?: string },
): Promise<void> {
  await tx
    .insertInto('person')
    .values({
      ...person,
      organization_id: organization,
      id,
      colour: sql`(select (count(*) % 1000)::smallint from person where organization_id = ${organization})`,
    })
    .execute()
  await putPeopleInSearch(tx, [id])
}

/** Writes what changed if the version is still the one that was seen. Answers the new version, or null when it isn't. */
export async function updatePerson(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<PersonRow>,
): Promise<number | null> {
  const row = await tx
    .updateTable('person')
    .set((eb) => ({ ...change, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row !== undefined) await putPeopleInSearch(tx, [id])
  return row?.version ?? null
}

/** Makes what people are found by (name, code, post address, phone, city) anew. */
export async function putPeopleInSearch(tx: Tx, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; parts: string[] }>`
    select id, array_remove(array[name, code, email, phone, phone_e164, city], null) as parts
    from person where id = any (${ids}::uuid[])`.execute(tx)
  await sql`select app.put_search_text('person', ${rows.map((row) => row.id)}::uuid[],
    ${rows.map((row) => searchText(row.parts))}::text[])`.execute(tx)
}

/** The person's row as it is, locked for the time of the transaction; null when there is none. */
export async function lockPerson(tx: Tx, id: string) {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ?? null
}

/** The first code of the form P-1, P-2, … that is free: unlike the numbers that companies give their staff. */
export async function freePersonCode(tx: Tx): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select 'P-' || coalesce(max(substring(code from '^P-(\\d{1,9})$')::integer), 0) + 1 as code from person`.execute(
    tx,
  )
  return rows[0]?.code ?? 'P-1'
}

/** Which of code and e-mail another person has already. */
export async function takenBy(
  tx: Tx,
  id: string | null,
  code: string | null,
  email: string | null,
): Promise<'code' | 'email' | null> {
  const { rows } = await sql<{ by: 'code' | 'email' }>`
    select case when code = ${code} then 'code' else 'email' end as by from person
    where (code = ${code} or lower(email) = lower(${email})) and id is distinct from ${id}::uuid
    order by 1 limit 1`.execute(tx)
  return rows[0]?.by ?? null
}
