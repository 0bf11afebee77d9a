import type { Tx } from '../../../platform/server/database/connect.ts'

/** The names of those among these customers that the asker may see, by id. */
export async function namesOfCustomers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('customer')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
