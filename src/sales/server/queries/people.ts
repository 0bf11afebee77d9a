import type { Tx } from '../../../platform/server/database/connect.ts'

/** How a person is shown beside money; null when there is none. */
export async function personInBrief(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; colour: number } | null> {
  const row = await tx
    .selectFrom('person')
    .select(['id', 'name', 'colour'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
