import type { Tx } from '../../../platform/server/database/connect.ts'

/** The names of these people, by id. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

type PersonOfCode = { id: string; code: string; name: string }

/** The person with this id, as a list of one or none. */
export async function personById(tx: Tx, id: string): Promise<PersonOfCode[]> {
  return await tx.selectFrom('person').select(['id', 'code', 'name']).where('id', '=', id).execute()
}

/** Whom a text means: the one with this code, else everybody of this name; case doesn't count. */
export async function peopleNamed(tx: Tx, text: string): Promise<PersonOfCode[]> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'code', 'name'])
    .where((eb) => eb.or([eb('code', '=', text), eb(eb.fn('lower', ['name']), '=', text.toLowerCase())]))
    .orderBy('code')
    .execute()
  const exact = rows.filter((row) => row.code === text)
  return exact.length > 0 ? exact : rows
}

/** The ids of everybody, those who have left included, in the order of their codes. */
export async function everybodyByCode(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('person').select('id').orderBy('code').execute()
  return rows.map((row) => row.id)
}
