import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { KeyPlace } from './keys.ts'

export type Scan = {
  readonly revision: number
  /** While the keys of the whole register are written, the last customer done. */
  readonly keyedAfter: string | null
  /** While whoever shares a key is compared, the last key done. */
  readonly comparedAfter: KeyPlace | null
  /** The company's newest revision. */
  readonly head: number
}

/** Lower than every customer's id. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** How far the search for duplicates has come, null before it ever ran. */
export async function scanState(tx: Tx): Promise<Scan | null> {
  const { rows } = await sql<Scan>`
    select s.revision, s.scanning_after as "keyedAfter", s.comparing_after as "comparedAfter",
      coalesce((select revision from organization_head where organization_id = app.organization()), 0) as head
    from outlet_scan s where s.organization_id = app.organization()`.execute(tx)
  return rows[0] ?? null
}

/** Whether pairs may be missing that a finished search would know. */
export function isBehind(scan: Scan | null): boolean {
  return scan === null || scan.keyedAfter !== null || scan.comparedAfter !== null || scan.revision < scan.head
}

/**
 * The same, locked until the end of the transaction, so that two workers don't do the same work; begun from the first
 * customer when it has never run.
 */
export async function lockScan(tx: Tx): Promise<Scan> {
  await sql`
    insert into outlet_scan (organization_id, revision, scanning_after)
    values (app.organization(), coalesce((select revision from organization_head
      where organization_id = app.organization()), 0), ${nobody})
    on conflict do nothing`.execute(tx)
  await sql`select from outlet_scan where organization_id = app.organization() for update`.execute(tx)
  const scan = await scanState(tx)
  if (scan === null) throw new Error('the scan has vanished')
  return scan
}

export async function moveScan(tx: Tx, to: Omit<Scan, 'head'>): Promise<void> {
  await sql`
    update outlet_scan set revision = ${to.revision}, scanning_after = ${to.keyedAfter},
      comparing_after = ${to.comparedAfter === null ? null : [...to.comparedAfter]}::text[], finished_at = now()
    where organization_id = app.organization()`.execute(tx)
}
