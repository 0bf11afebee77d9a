import { type RawBuilder, sql } from 'kysely'

/** A moment as the contract writes it. */
export function instant(at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
