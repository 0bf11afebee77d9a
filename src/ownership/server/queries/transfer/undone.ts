import { type RawBuilder, sql } from 'kysely'
import { instant, personJson } from '../../../../customers/server/queries/instant.ts'

/** The last of the undos that follow from a batch; an odd depth means that the batch is taken back. */
export type Undone = {
  readonly depth: number
  readonly at: string
  readonly by: { id: string; name: string; colour: number } | null
  readonly batchId: string
}

/** As JSON, the last of the chain in which a batch was taken back, that taken back again, and so on; null for none. */
export function lastOfUndo(batch: RawBuilder<unknown>): RawBuilder<Undone | null> {
  return sql`(
    with recursive undo (id, depth) as (
      select ${batch}, 0
      union all
      select b.id, u.depth + 1 from undo u
      join ledger_batch b on b.organization_id = app.organization() and b.about_id = u.id
        and b.about_kind = 'batch' and b.cause = 'undo'
    )
    select jsonb_build_object('depth', u.depth, 'at', ${instant(sql`b.recorded_at`)}, 'by', ${personJson('p')}, 'batchId', u.id)
    from undo u
    join ledger_batch b on b.organization_id = app.organization() and b.id = u.id
    left join person p on p.organization_id = b.organization_id and p.id = b.recorded_by
    where u.depth > 0
    order by u.depth desc limit 1)`
}
