import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { lockLedger, recordEntries } from './ledger.ts'
import { holdPeople } from '../../../people/server/queries/hold.ts'
import { companyDay } from '../../../people/server/queries/company.ts'

export type Owner = { readonly customerId: string; readonly personId: string | null; readonly from: string }

/**
 * Gives each of these customers its owner, a person or the pool, from its own day, as one batch of the ledger. Customers
 * that this person owns already are left out. To somebody who has left since the file was looked at nothing is given: a new
 * customer begins in the pool, another stays whose it is (rule 2.9). Answers the batch; null when there was nothing to write.
 */
export async function assignEach(
  tx: Tx,
  changes: Changes,
  owners: readonly Owner[],
  cause: string,
): Promise<string | null> {
  if (owners.length === 0) return null
  await lockLedger(
    tx,
    owners.map(({ customerId }) => customerId),
  )
  await holdPeople(tx, [...new Set(owners.flatMap(({ personId }) => personId ?? []))])
  const { rows: wanted } = await sql<Owner>`
    select w."customerId", case when not coalesce(p.left_on < app.today(), false) then w."personId" end as "personId", w."from"::text
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb)
      as w ("customerId" uuid, "personId" uuid, "from" date)
    left join holder h on h.organization_id = app.organization() and h.customer_id = w."customerId"
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
    left join person p on p.organization_id = app.organization() and p.id = w."personId"
    where h.customer_id is null
      or (h.person_id is distinct from w."personId" and not coalesce(p.left_on < app.today(), false))`.execute(
    tx,
  )
  const entries = wanted.map((owner) => ({ ...owner, role: 'owner' as const, seat: 0 }))
  return await recordEntries(tx, changes, { cause, today: await companyDay(tx) }, entries)
}
