import { type RawBuilder, sql } from 'kysely'

/** A moment as the contract gives it: ISO 8601 in UTC with milliseconds. */
export function instant(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** A person in brief as JSON, null when there is none; `alias` names the joined person table. */
export function personJson(alias: string): RawBuilder<unknown> {
  const p = sql.ref(alias)
  return sql`case when ${p}.id is not null
    then jsonb_build_object('id', ${p}.id, 'name', ${p}.name, 'colour', ${p}.colour) end`
}
