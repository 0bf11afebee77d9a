import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Charge, Moved } from '../../moving.ts'
import type { MergeRecord } from '../../schema/duplicates.ts'
import type { Changed } from '../../unmerge.ts'

/** Everything that taking a merge back needs. */
export type Undoing = {
  readonly fields: Changed
  readonly moved: readonly Moved[]
  readonly charges: readonly Charge[]
  /** The state of each dropped entry before. */
  readonly statuses: Readonly<Record<string, string>>
  /** Entries merged earlier into a dropped one, which were led on to the kept one. */
  readonly led: readonly { id: string; from: string }[]
}

export async function keepRecord(
  tx: Tx,
  merge: { id: string; keptId: string; droppedIds: readonly string[]; record: Undoing },
): Promise<void> {
  await sql`
    insert into customer_merge (organization_id, id, kept_id, dropped_ids, record, person_id)
    values (app.organization(), ${merge.id}, ${merge.keptId}, ${[...merge.droppedIds]}::uuid[],
      ${JSON.stringify(merge.record)}::jsonb, app.person())`.execute(tx)
}

export type KeptRecord = {
  readonly id: string
  readonly keptId: string
  readonly droppedIds: string[]
  readonly record: Undoing
  readonly undone: boolean
  readonly erased: boolean
}

/** A merge with all that it did, locked. */
export async function lockRecord(tx: Tx, id: string): Promise<KeptRecord | null> {
  const { rows } = await sql<KeptRecord>`
    select id, kept_id as "keptId", dropped_ids as "droppedIds", record, undone_at is not null as undone,
      erased_at is not null as erased
    from customer_merge where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

export async function markUndone(tx: Tx, id: string, conflicts: unknown): Promise<void> {
  await sql`
    update customer_merge set undone_at = now(), undone_by = app.person(), conflicts = ${JSON.stringify(conflicts)}::jsonb
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Merges that this customer took part in, the newest first. */
export async function mergesOf(tx: Tx, customer: string, mayUndo: boolean): Promise<MergeRecord[]> {
  const { rows } = await sql<MergeRecord>`
    select m.id, ${instant(sql`m.at`)} as at, ${personJson('a')} as by, m.kept_id as "keptId",
      jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name) as kept,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'owner', ${personJson('p')})
          order by array_position(m.dropped_ids, c.id))
        from customer c
        left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id and o.line = 'all'
          and o.role = 'owner' and o.seat = 0
        left join person p on p.organization_id = c.organization_id and p.id = o.person_id
        where c.organization_id = m.organization_id and c.id = any (m.dropped_ids)), '[]') as dropped,
      case when m.undone_at is not null then ${instant(sql`m.undone_at`)} end as "undoneAt",
      (${mayUndo}::boolean and m.undone_at is null and m.erased_at is null) as "canUndo"
    from customer_merge m
    join customer k on k.organization_id = m.organization_id and k.id = m.kept_id
    left join person a on a.organization_id = m.organization_id and a.id = m.person_id
    where m.organization_id = app.organization() and (m.kept_id = ${customer} or m.dropped_ids @> array[${customer}]::uuid[])
    order by m.at desc, m.id desc limit 50`.execute(tx)
  return rows
}
