import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Needles } from '../../needles.ts'
import { holds } from './mentions.ts'

/** Words of people beside what is never changed: why a batch was made, why a customer is kept, what was said in a case … */
export type WordsRow = {
  readonly kind: 'batch' | 'keeping' | 'case' | 'apart' | 'transfer'
  readonly id: string
  /** Of the customer; of two that were said to be apart the other one. */
  readonly customerId: string | null
  readonly values: readonly unknown[]
  /** Whether they're about nobody but customers that are erased themselves. */
  readonly alone: boolean
}

/**
 * What people wrote about these customers beside ledger, pool and cases, and in transfers that weren't done; and anywhere
 * else what holds the person's e-mail or phone. `whole` are customers that are erased themselves.
 */
export async function wordsAround(
  tx: Tx,
  customers: readonly string[],
  whole: readonly string[],
  needles: Needles,
): Promise<WordsRow[]> {
  const here = sql`organization_id = app.organization()`
  const [all, gone] = [sql`${[...customers, ...whole]}::uuid[]`, sql`${[...whole]}::uuid[]`]
  const { rows } = await sql<WordsRow>`
    select 'batch' as kind, n.batch_id as id, null::uuid as "customerId", jsonb_build_array(n.note) as values,
      not exists (select from ledger_entry e where e.organization_id = n.organization_id and e.batch_id = n.batch_id
        and e.customer_id <> all (${gone})) as alone
    from ledger_note n where n.${here} and (${holds(sql`n.note`, needles)}
      or n.batch_id in (select e.batch_id from ledger_entry e where e.${here} and e.customer_id = any (${all})))
    union all
    select 'keeping', l.id, l.customer_id, jsonb_build_array(l.reason), l.customer_id = any (${gone})
    from protection_lock l where l.${here} and (l.customer_id = any (${all}) or ${holds(sql`l.reason`, needles)})
    union all
    select 'case', w.event_id, k.customer_id, jsonb_build_array(w.words), false
    from collision_words w
    join collision_event e on e.organization_id = w.organization_id and e.id = w.event_id
    join collision k on k.organization_id = e.organization_id and k.id = e.collision_id
    where w.${here} and k.customer_id <> all (${gone}) and (k.customer_id = any (${all}) or ${holds(sql`w.words`, needles)})
    union all
    select 'apart', a.customer_id, a.other_id, jsonb_build_array(a.reason), false
    from registered_apart a where a.${here} and not (array[a.customer_id, a.other_id] && ${gone})
      and (array[a.customer_id, a.other_id] && ${all} or ${holds(sql`a.reason`, needles)})
    union all
    select 'transfer', t.id, null, jsonb_build_array(t.reason, t.asked), false
    from transfer t where t.${here} and t.batch_id is null
    limit 50000`.execute(tx)
  return rows
}

export type Words = Pick<WordsRow, 'kind' | 'id' | 'customerId'>

/** Takes words that name the person. Drafts of transfers that do are thrown away; one that waits to be done only goes silent. */
export async function eraseWords(tx: Tx, words: readonly Words[]): Promise<void> {
  const of = (kind: WordsRow['kind']) => words.filter((one) => one.kind === kind)
  const ids = (kind: WordsRow['kind']) => sql`${of(kind).map(({ id }) => id)}::uuid[]`
  const here = sql`organization_id = app.organization()`
  await sql`delete from ledger_note where ${here} and batch_id = any (${ids('batch')})`.execute(tx)
  if (of('keeping').length > 0)
    await sql`update protection_lock set reason = '–' where ${here} and id = any (${ids('keeping')})`.execute(
      tx,
    )
  await sql`delete from collision_words where ${here} and event_id = any (${ids('case')})`.execute(tx)
  await sql`delete from registered_apart where ${here} and (customer_id, other_id) in (
    select * from unnest(${ids('apart')}, ${of('apart').map(({ customerId }) => customerId)}::uuid[]))`.execute(
    tx,
  )
  const drafts = ids('transfer')
  await sql`delete from transfer where ${here} and id = any (${drafts}) and queued_at is null`.execute(tx)
  await sql`update transfer set reason = null, asked = '{}' where ${here} and id = any (${drafts})`.execute(
    tx,
  )
}
