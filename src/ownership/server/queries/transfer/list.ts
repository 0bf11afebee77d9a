import { sql } from 'kysely'
import { instant, personJson } from '../../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { TransferList } from '../../../schema/transfer.ts'
import { type Undone, lastOfUndo } from './undone.ts'

type Row = Omit<TransferList['transfers'][number], 'state'> & { undo: Undone | null }

const peopleIn = (list: string) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) order by p.name)
  from jsonb_array_elements(t.preview -> ${sql.lit(list)}) as x (one)
  join person p on p.organization_id = t.organization_id and p.id = (x.one ->> 'personId')::uuid), '[]')`

/** Transfers that were done, the latest first. */
export async function listTransfers(tx: Tx, page: number, size: number): Promise<TransferList> {
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from transfer t where t.organization_id = app.organization() and t.batch_id is not null`.execute(
    tx,
  )
  const { rows } = await sql<Row>`
    select t.id, ${instant(sql`t.committed_at`)} as at, ${personJson('a')} as by, t.from_day::text as "from",
      (t.preview ->> 'customers')::int as customers, ${peopleIn('formers')} as formers,
      ${peopleIn('successors')} as successors, ${lastOfUndo(sql`t.batch_id`)} as undo
    from (select * from transfer where organization_id = app.organization() and batch_id is not null
      order by committed_at desc, id limit ${size} offset ${(page - 1) * size}) t
    left join person a on a.organization_id = t.organization_id and a.id = t.committed_by
    order by t.committed_at desc, t.id`.execute(tx)
  return {
    total: counted[0]?.total ?? 0,
    transfers: rows.map(({ undo, ...row }) => ({
      ...row,
      state: undo !== null && undo.depth % 2 === 1 ? 'undone' : 'committed',
    })),
  }
}
