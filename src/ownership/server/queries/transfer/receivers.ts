import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/database/connect.ts'

export type SuccessorKnown = { readonly personId: string; readonly leftOn: string | null }

/** Which of these people there are, and the last day of those who leave. */
export async function successorsKnown(
  tx: Tx,
  people: readonly string[],
): Promise<Map<string, SuccessorKnown>> {
  const { rows } = await sql<SuccessorKnown>`
    select id as "personId", left_on::text as "leftOn" from person
    where organization_id = app.organization() and id = any (${[...people]}::uuid[])`.execute(tx)
  return new Map(rows.map((person) => [person.personId, person]))
}
