import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type WishedVisit = {
  readonly customerId: string
  readonly personId: string
  readonly plannedOn: string
  readonly reason: string
}

/**
 * Of visits to be planned: how many are at customers that neither the asker nor anybody below them holds (none for whoever
 * sees the whole register), and how many are said to be somebody else's though their person serves the customer. Asked
 * behind `lockLedger`.
 */
export async function againstPlanning(
  tx: Tx,
  visits: readonly WishedVisit[],
): Promise<{ strange: number; served: number }> {
  const { rows } = await sql<{ strange: number; served: number }>`
    select count(*) filter (where not (select app.may('customers.read.all')) and not exists (
        select from holder h where h.organization_id = app.organization() and h.customer_id = v.customer_id
          and h.person_id = any ((select app.people())::uuid[])))::integer as strange,
      count(*) filter (where case when v.reason in ('sponsor', 'other-person')
        then app.serves(v.customer_id, v.person_id, v.day) end)::integer as served
    from unnest(${visits.map(({ customerId }) => customerId)}::uuid[],
      ${visits.map(({ personId }) => personId)}::uuid[], ${visits.map(({ plannedOn }) => plannedOn)}::date[],
      ${visits.map(({ reason }) => reason)}::text[]) as v (customer_id, person_id, day, reason)`.execute(tx)
  return rows[0] ?? { strange: 0, served: 0 }
}
