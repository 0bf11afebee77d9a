import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type ProblemCount = { code: string; field: string; value: string | null; rows: number }

/** What is wrong with cells, by kind and value, the commonest first. */
export async function problemsOf(tx: Tx, importId: string): Promise<ProblemCount[]> {
  const { rows } = await sql<ProblemCount>`
    select p ->> 'code' as code, p ->> 'field' as field, p ->> 'value' as value, count(distinct r.row)::integer as rows
    from import_row r cross join lateral jsonb_array_elements(r.problems) p
    where r.import_id = ${importId} and jsonb_typeof(r.problems) = 'array' and p ? 'field'
    group by 1, 2, 3 order by 4 desc, 3 limit 2000`.execute(tx)
  return rows
}
