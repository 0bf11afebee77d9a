import { type RawBuilder, sql } from 'kysely'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { BlockedPerson } from '../../schema.ts'
import type { Identifier } from './blocked.ts'

async function blockedWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<BlockedPerson[]> {
  const { rows } = await sql<BlockedPerson>`
    select encode(b.hash, 'hex') as hash, b.kind, ${instant(sql`b.added_at`)} as "addedAt",
      ${personJson('p')} as "addedBy", b.request_id as "requestId", b.reason,
      case when b.lifted_at is not null then ${instant(sql`b.lifted_at`)} end as "liftedAt",
      ${personJson('l')} as "liftedBy", b.lift_reason as "liftReason"
    from block_list b
    left join person p on p.organization_id = b.organization_id and p.id = b.added_by
    left join person l on l.organization_id = b.organization_id and l.id = b.lifted_by
    where b.organization_id = app.organization() and ${condition}
    order by coalesce(b.lifted_at, b.added_at) desc, b.hash limit 1000`.execute(tx)
  return rows
}

/** The block list as far as it can be shown: hashes, kinds, dates and reasons; what is in force, or what was taken off. */
export async function blockedHere(tx: Tx, state: 'in-force' | 'lifted'): Promise<BlockedPerson[]> {
  return await blockedWhere(
    tx,
    state === 'in-force' ? sql`b.lifted_at is null` : sql`b.lifted_at is not null`,
  )
}

/** Whether this phone or e-mail is on the list, in force; null when it isn't. */
export async function blockOf(tx: Tx, { value }: Identifier): Promise<BlockedPerson | null> {
  const hash = sql`b.hash = (app.keyed_hashes(array[${value}]::text[]))[1]`
  const [found] = await blockedWhere(tx, sql`b.lifted_at is null and ${hash}`)
  return found ?? null
}

/** A phone (E.164) or an e-mail in the form that is hashed; the database's own words for it. */
export async function identifierOf(
  tx: Tx,
  phone: string | null,
  email: string | null,
): Promise<Identifier | null> {
  const { rows } = await sql<Identifier>`
    select i.kind, i.value from app.identifiers(null, null, ${phone}, ${email}) i`.execute(tx)
  return rows[0] ?? null
}

/** How many contacts are reached by this phone or e-mail at the moment. */
export async function contactsReachedBy(tx: Tx, { kind, value }: Identifier): Promise<number> {
  const plain = value.slice(kind.length + 1)
  const by = kind === 'phone' ? sql`k.phone_e164 = ${plain}` : sql`lower(trim(k.email)) = ${plain}`
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from contact k where k.organization_id = app.organization() and ${by}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** Takes one hash off; the request it came from, or null when it wasn't on. */
export async function lift(
  tx: Tx,
  hash: string,
  reason: string,
): Promise<{ requestId: string | null } | null> {
  const { rows } = await sql<{ requestId: string | null }>`
    update block_list set lifted_at = now(), lifted_by = app.person(), lift_reason = ${reason}
    where organization_id = app.organization() and hash = decode(${hash}, 'hex') and lifted_at is null
    returning request_id as "requestId"`.execute(tx)
  return rows[0] ?? null
}
