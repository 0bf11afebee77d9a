import { peopleNamed, personById } from '../../people/server/queries/names.ts'
import type { Tx } from '../../platform/server/database/connect.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

/** The one person whom a text names by code, id or name; says who else it could be. */
export async function personNamed(tx: Tx, text: string): Promise<{ id: string; code: string; name: string }> {
  const meant = uuid.test(text) ? await personById(tx, text) : await peopleNamed(tx, text)
  const [only] = meant
  if (only === undefined) throw new Error(`There is nobody named "${text}".`)
  if (meant.length > 1)
    throw new Error(
      `Several are named "${text}": say the code (${meant.map(({ code }) => code).join(', ')}).`,
    )
  return only
}
