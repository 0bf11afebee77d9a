import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Ending = { id: string; kind: string; personId: string; name: string; endsOn: string }

/** Agreements that end between two days, both included; of the asker, or of everybody for whoever keeps the files. */
export async function agreementsEnding(tx: Tx, from: string, to: string): Promise<Ending[]> {
  const { rows } = await sql<Ending>`
    select a.id, a.kind, p.id as "personId", p.name, a.ends_on as "endsOn" from agreement a
    join person p on p.organization_id = a.organization_id and p.id = a.person_id
    where a.organization_id = app.organization() and a.ends_on between ${from} and ${to}
    order by a.ends_on, a.id`.execute(tx)
  return rows
}
