import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'

export async function feedMadeAt(tx: Tx, person: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select made_at as at from calendar_feed
    where organization_id = app.organization() and person_id = ${person}`.execute(tx)
  return rows[0]?.at ?? null
}

export async function saveFeed(tx: Tx, person: string, tokenHash: string, at: Date): Promise<void> {
  await sql`
    insert into calendar_feed (organization_id, person_id, token_hash, made_at)
    values (app.organization(), ${person}, ${tokenHash}, ${at})
    on conflict (organization_id, person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`.execute(
    tx,
  )
}

export async function deleteFeed(tx: Tx, person: string): Promise<void> {
  await sql`
    delete from calendar_feed where organization_id = app.organization() and person_id = ${person}`.execute(
    tx,
  )
}

/** Whose calendar has the address with this hash: the company and the person. Asked before anybody is known. */
export async function personOfFeed(
  db: Database,
  tokenHash: string,
): Promise<{ organizationId: string; personId: string } | null> {
  if (!/^[0-9a-f]{64}$/.test(tokenHash)) throw new Error('a malformed hash')
  return await db.connection().execute(async (tx) => {
    try {
      await sql
        .raw(`begin read only; set local role relevo_app; set local app.token_hash = '${tokenHash}'`)
        .execute(tx)
      const { rows } = await sql<{ organizationId: string; personId: string }>`
        select organization_id as "organizationId", person_id as "personId" from calendar_feed
        where token_hash = ${tokenHash}`.execute(tx)
      return rows[0] ?? null
    } finally {
      await sql.raw('rollback').execute(tx)
    }
  })
}

/** The account by which a person signs in, what they are called and how they want to be spoken to. */
export async function readerOf(
  tx: Tx,
  person: string,
): Promise<{ userId: string | null; name: string; language: string; company: string } | null> {
  const { rows } = await sql<{ userId: string | null; name: string; language: string; company: string }>`
    select p.user_id as "userId", p.name, coalesce(p.language, o.language) as language, o.name as company
    from person p join organization o on o.id = p.organization_id
    where p.organization_id = app.organization() and p.id = ${person}`.execute(tx)
  return rows[0] ?? null
}
