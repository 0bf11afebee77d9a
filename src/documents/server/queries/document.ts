import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import { actionsOn, isShownInline } from '../../keeping.ts'
import type { Document } from '../../schema.ts'

type Row = Omit<Document, 'photo' | 'may' | 'bytes'> & { customerId: string; bytes: number }
export type KeptDocument = Document & { readonly customerId: string }

async function documentsWhere(tx: Tx, condition: RawBuilder<unknown>, actor: Actor): Promise<KeptDocument[]> {
  const { rows } = await sql<Row>`
    select d.id, d.customer_id as "customerId", d.name, d.kind, d.bytes, d.sha256, d.note,
      d.has_thumbnail as "hasThumbnail", ${personJson('a')} as "addedBy", ${instant(sql`d.added_at`)} as "addedAt",
      ${personJson('r')} as "removedBy",
      case when d.removed_at is not null then ${instant(sql`d.removed_at`)} end as "removedAt", d.gone_at is not null as gone
    from document d
    left join person a on a.organization_id = d.organization_id and a.id = d.added_by
    left join person r on r.organization_id = d.organization_id and r.id = d.removed_by
    where d.organization_id = app.organization() and ${condition}
    order by (d.removed_at is not null), d.added_at desc, d.id desc limit 600`.execute(tx)
  return rows.map((row) => ({
    ...row,
    photo: isShownInline(row.kind),
    may: actionsOn(
      { addedBy: row.addedBy?.id ?? null, removed: row.removedAt !== null, gone: row.gone },
      actor,
    ),
  }))
}

/** The documents of a customer, the newest first, removed ones at the end. */
export async function documentsOf(tx: Tx, customer: string, actor: Actor): Promise<KeptDocument[]> {
  return await documentsWhere(tx, sql`d.customer_id = ${customer}`, actor)
}

/** One document; null when there is none that the asker may see. */
export async function documentWith(tx: Tx, id: string, actor: Actor): Promise<KeptDocument | null> {
  return (await documentsWhere(tx, sql`d.id = ${id}`, actor))[0] ?? null
}

type Room = { status: string; documents: number; isItsVisit: boolean }

/** The state of the customer that a document is to hang on, how many it has, and whether the visit is one at it; null when the asker may not see it. */
export async function roomFor(tx: Tx, customer: string, visit: string | null = null): Promise<Room | null> {
  const { rows } = await sql<Room>`
    select c.status, (${visit}::uuid is null or exists (select from visit v where v.organization_id = c.organization_id
        and v.id = ${visit} and v.customer_id = c.id)) as "isItsVisit", (select count(*)::int from document d where d.organization_id = c.organization_id
      and d.customer_id = c.id and d.removed_at is null) as documents
    from customer c where c.id = ${customer}`.execute(tx)
  return rows[0] ?? null
}
