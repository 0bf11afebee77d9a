import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Comparison } from '../../duplicates.ts'
import type { Pair } from './keys.ts'

export type Found = Pair & Comparison

/** A dismissed pair is shown again only when so much more speaks for it than then. */
const moreEvidence = 20

/**
 * Removes the pairs of these entries that are not among the found ones: they no longer look alike. Those that somebody
 * dismissed stay, because that is to be remembered.
 */
export async function forgetOthers(
  tx: Tx,
  entries: readonly string[],
  found: readonly Found[],
): Promise<void> {
  const kept = found.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`])
  await sql`
    delete from duplicate_candidate d where d.organization_id = app.organization() and d.dismissed_at is null
      and (d.second_id = any (${[...entries]}::uuid[]) or d.first_id = any (${[...entries]}::uuid[]))
      and d.first_id || ' ' || d.second_id <> all (${kept})`.execute(tx)
}

/** Removes all open pairs, before the whole register is compared anew. */
export async function forgetAll(tx: Tx): Promise<void> {
  await sql`delete from duplicate_candidate
    where organization_id = app.organization() and dismissed_at is null`.execute(tx)
}

/** Writes what was found: new pairs are added, known ones brought up to date. */
export async function putCandidates(tx: Tx, found: readonly Found[]): Promise<void> {
  const pairs = found.map((one) => (one.a < one.b ? one : { ...one, a: one.b, b: one.a }))
  const [first, second] = [pairs.map((pair) => pair.a), pairs.map((pair) => pair.b)]
  await sql`
    insert into duplicate_candidate as d (organization_id, id, first_id, second_id, score, verdict, reasons)
    select distinct on (f.first_id, f.second_id) app.organization(), f.* from unnest(
      ${pairs.map(() => newId())}::uuid[], ${first}::uuid[], ${second}::uuid[],
      ${pairs.map((pair) => pair.score)}::smallint[], ${pairs.map((pair) => pair.verdict)}::text[],
      ${pairs.map((pair) => JSON.stringify(pair.reasons))}::jsonb[]) as f (id, first_id, second_id, score, verdict, reasons)
    on conflict (organization_id, first_id, second_id) do update
    set score = excluded.score, verdict = excluded.verdict, reasons = excluded.reasons,
      dismissed_at = case when excluded.score >= d.dismissed_score + ${moreEvidence} then null else d.dismissed_at end,
      dismissed_score = case when excluded.score >= d.dismissed_score + ${moreEvidence} then null else d.dismissed_score end
    where (d.score, d.reasons) is distinct from (excluded.score, excluded.reasons)`.execute(tx)
}

/** Says that two entries are not one outlet; false when there is no such open pair that the asker may see. */
export async function dismiss(tx: Tx, id: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update duplicate_candidate set dismissed_at = now(), dismissed_by = app.person(), dismissed_reason = ${reason},
      dismissed_score = score
    where organization_id = app.organization() and id = ${id} and dismissed_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** Takes that back. */
export async function reopen(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update duplicate_candidate set dismissed_at = null, dismissed_by = null, dismissed_reason = null, dismissed_score = null
    where organization_id = app.organization() and id = ${id} and dismissed_at is not null`.execute(tx)
  return numAffectedRows === 1n
}
