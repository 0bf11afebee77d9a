import type { ServerTarget, StagedRow } from '../../../imports/server/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { blocked } from './blocked.ts'

function text({ values }: StagedRow, name: string): string | null {
  return typeof values[name] === 'string' ? String(values[name]) : null
}

/** Rows whose contact was erased are rejected as a whole: the person isn't to come back by a file (rule 10.3). */
async function reject(
  tx: Tx,
  rows: readonly StagedRow[],
  customers: ReadonlyMap<number, string>,
): Promise<void> {
  const wanted = rows.map((row) => ({
    customer: customers.get(row.row) ?? null,
    name: text(row, 'contact_name'),
    phone: text(row, 'contact_phone_e164'),
    email: text(row, 'contact_email'),
  }))
  for (const place of await blocked(tx, wanted)) {
    const row = rows[place]
    // Without a field, so that it can't be left out as a bad cell.
    if (row?.problems.every((problem) => problem.code !== 'person-erased') === true)
      row.problems.push({ code: 'person-erased' })
  }
}

/** An import target that refuses erased people: by phone and e-mail, and by name once it is known which outlet a row means. */
export function withoutErased(target: ServerTarget): ServerTarget {
  return {
    ...target,
    resolve: async (tx, rows, context) => {
      await target.resolve?.(tx, rows, context)
      await reject(tx, rows, new Map())
    },
    find: async (tx, key, rows, context) => {
      const found = await target.find(tx, key, rows, context)
      await reject(
        tx,
        rows.filter((row) => found.has(row.row)),
        found,
      )
      return found
    },
  }
}
