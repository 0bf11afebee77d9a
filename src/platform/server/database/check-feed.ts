import { sql } from 'kysely'
import type { Check } from './check.ts'

type Found = { checked: number; bad: number | null }

/** The change feed counts 1, 2, 3 … without a gap up to the company's revision. */
export const feedIsDense: Check = {
  name: 'change-feed-is-dense',
  look: async (tx) => {
    const { rows } = await sql<Found>`
      select count(*)::int as checked,
        min(revision) filter (where revision <> place) as bad
      from (select revision, row_number() over (order by revision) as place from revision) numbered`.execute(
      tx,
    )
    const found = rows[0] ?? { checked: 0, bad: null }
    if (found.bad !== null) return { checked: found.checked, firstBad: `revision ${found.bad} follows a gap` }
    const head = await sql<{ revision: number }>`
      select coalesce(max(revision), 0) as revision from organization_head`.execute(tx)
    const stands = head.rows[0]?.revision ?? 0
    return {
      checked: found.checked,
      firstBad: stands === found.checked ? null : `the company stands at ${stands}`,
    }
  },
}

/** Every revision says what it changed. */
export const revisionsSayWhat: Check = {
  name: 'revisions-say-what-changed',
  look: async (tx) => {
    const { rows } = await sql<Found>`
      select count(*)::int as checked, min(r.revision) filter (where not exists (
        select from change c where c.organization_id = r.organization_id and c.revision = r.revision)) as bad
      from revision r`.execute(tx)
    const found = rows[0] ?? { checked: 0, bad: null }
    return {
      checked: found.checked,
      firstBad: found.bad === null ? null : `revision ${found.bad} changed nothing`,
    }
  },
}
