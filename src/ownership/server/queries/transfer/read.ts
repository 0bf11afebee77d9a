import { sql } from 'kysely'
import { instant, personJson } from '../../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { LinesQuery, Transfer, TransferLines } from '../../../schema/transfer.ts'
import type { Preview } from '../../../transfer-preview.ts'
import { type Undone, lastOfUndo } from './undone.ts'

export type PersonNamed = { id: string; name: string; colour: number }
type Row = Omit<
  Transfer,
  'formers' | 'successors' | 'moves' | 'warnings' | 'customers' | 'undone' | 'state' | 'alreadyTheirs'
> & {
  preview: Preview
  queued: boolean
  undo: Undone | null
}

/** A transfer as it was previewed, with what became of it since; null when there is none that the asker may see. */
export async function readTransfer(tx: Tx, id: string): Promise<Transfer | null> {
  const { rows } = await sql<Row>`
    select t.id, ${instant(sql`t.created_at`)} as "createdAt", ${personJson('a')} as "createdBy", t.from_day::text as "from",
      t.stays_until::text as "staysUntil", coalesce(t.reason, n.note) as reason, ${personJson('b')} as book,
      nullif(t.asked, '{}'::jsonb) as asked, t.preview, t.fingerprint, t.queued_at is not null as queued,
      case when (t.queued_at is not null or t.failure is not null) and t.batch_id is null
        then jsonb_build_object('written', t.written, 'failure', t.failure) end as progress,
      case when t.batch_id is not null then jsonb_build_object('at', ${instant(sql`t.committed_at`)},
        'by', ${personJson('d')}, 'batchId', t.batch_id) end as committed, ${lastOfUndo(sql`t.batch_id`)} as undo
    from transfer t
    left join person a on a.organization_id = t.organization_id and a.id = t.created_by
    left join person b on b.organization_id = t.organization_id and b.id = t.book_of
    left join person d on d.organization_id = t.organization_id and d.id = t.committed_by
    left join ledger_note n on n.organization_id = t.organization_id and n.batch_id = t.batch_id
    where t.organization_id = app.organization() and t.id = ${id}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return null
  const { preview, queued: _, undo, ...rest } = row
  const names = await peopleNamed(tx, preview)
  const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? null))
  return {
    ...rest,
    state: stateOf(row),
    customers: preview.customers,
    alreadyTheirs: preview.alreadyTheirs,
    withoutSuccessor: preview.withoutSuccessor,
    formers: preview.formers.map(({ personId, customers }) => ({ person: nameOf(personId), customers })),
    successors: preview.successors.flatMap(({ personId, ...load }) => {
      const person = nameOf(personId)
      return person === null ? [] : [{ person, ...load }]
    }),
    moves: preview.moves,
    warnings: preview.warnings.map(({ personId, ...warning }) => ({ ...warning, person: nameOf(personId) })),
    undone:
      undo !== null && undo.depth % 2 === 1 ? { at: undo.at, by: undo.by, batchId: undo.batchId } : null,
  } as Transfer
}

function stateOf({ queued, committed, undo }: Row): Transfer['state'] {
  if (committed === null) return queued ? 'waiting' : 'draft'
  return undo !== null && undo.depth % 2 === 1 ? 'undone' : 'committed'
}

async function peopleNamed(tx: Tx, { formers, successors, warnings }: Preview) {
  const ids = [...formers, ...successors, ...warnings].flatMap(({ personId }) => personId ?? [])
  const { rows } = await sql<PersonNamed>`
    select id, name, colour from person where organization_id = app.organization() and id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(rows.map((person) => [person.id, person]))
}

/** A page of a transfer's customers in the order in which they were given away. */
export async function linesOf(tx: Tx, id: string, asked: LinesQuery): Promise<TransferLines> {
  const { page = 1, size = 50, successor, q = '' } = asked
  const who =
    successor === undefined
      ? sql``
      : successor === 'none'
        ? sql`and l.successor_id is null`
        : sql`and l.successor_id = ${successor}`
  const search =
    q === '' ? sql`` : sql`and (position(lower(${q}) in lower(c.name)) > 0 or lower(c.code) = lower(${q}))`
  const from = sql`
    from transfer_line l
    join customer c on c.organization_id = l.organization_id and c.id = l.customer_id
    where l.organization_id = app.organization() and l.transfer_id = ${id} ${who} ${search}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(tx)
  const { rows: lines } = await sql<TransferLines['lines'][number]>`
    select jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'city', p.city, 'tier', p.tier) as customer,
      p.roles, ${personJson('f')} as former, ${personJson('s')} as successor, p.why
    from (select c.id, c.code, c.name, c.city, c.tier, l.* ${from}
      order by l.place limit ${size} offset ${(page - 1) * size}) p
    left join person f on f.organization_id = p.organization_id and f.id = p.former_id
    left join person s on s.organization_id = p.organization_id and s.id = p.successor_id
    order by p.place`.execute(tx)
  return { total: counted[0]?.total ?? 0, lines }
}
