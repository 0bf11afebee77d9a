import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { type Comparison, compareOutlets, isStrong } from '../../duplicates.ts'
import type { Outlet } from '../../outlet.ts'
import type { SimilarCustomer } from '../../schema/duplicates.ts'
import { entriesLike } from './keys.ts'
import { changedCustomers, outletsOf } from './outlets.ts'
import { isBehind, scanState } from './scan.ts'
import { briefsOf, namesOf, ownersOf } from './similar.ts'

const most = 8
/** Entries that the search for duplicates hasn't read yet are compared one by one, as far as they are few. */
const unreadAtMost = 300

export type Alike = Comparison & { readonly id: string; readonly verdict: 'sure' | 'likely' }

/** Entries of the whole register that are probably the draft's outlet, the surest first. `tx` must see all customers. */
export async function lookAlikes(
  tx: Tx,
  draft: Outlet,
  itself: string | null,
): Promise<{ alike: Alike[]; behind: boolean }> {
  const scan = await scanState(tx)
  const behind = isBehind(scan)
  const unread = behind ? await changedCustomers(tx, scan?.revision ?? 0, null, unreadAtMost) : []
  const ids = [...new Set([...(await entriesLike(tx, draft)), ...unread])]
  const alike = (await outletsOf(tx, ids)).flatMap((outlet) => {
    const { verdict, ...found } = compareOutlets(draft, outlet)
    return verdict === 'unlikely' || outlet.id === itself ? [] : [{ id: outlet.id, verdict, ...found }]
  })
  return { alike: alike.toSorted((a, b) => b.score - a.score).slice(0, most), behind }
}

/**
 * The same for whoever types (rule 1.7, 2.3). A salesperson is warned of a colleague's customer too, but learns only its
 * name and town and who serves it, never a phone: the search sees the whole register, the answer what the asker may see.
 */
export async function similarFor(
  db: Database,
  actor: Actor,
  draft: Outlet,
  itself: string | null,
): Promise<{ found: SimilarCustomer[]; behind: boolean }> {
  const everything = { ...actor, may: [...new Set([...actor.may, 'customers.read.all'])] }
  const { alike, behind, names } = await readAs(db, everything, async (tx) => {
    const found = await lookAlikes(tx, draft, itself)
    const ids = found.alike.map((one) => one.id)
    return { ...found, names: await namesOf(tx, ids) }
  })
  if (alike.length === 0) return { found: [], behind }
  const ids = alike.map((one) => one.id)
  return await readAs(db, actor, async (tx) => {
    const [seen, owners] = [await briefsOf(tx, ids), await ownersOf(tx, ids)]
    const found = alike.map(({ id, verdict, score, reasons }) => ({
      id,
      name: names.get(id)?.name ?? '',
      city: names.get(id)?.city ?? null,
      customer: seen.get(id) ?? null,
      owner: owners.get(id) ?? null,
      strong: isStrong({ verdict, score, reasons }),
      verdict,
      score,
      reasons: [...reasons],
    }))
    return { found, behind }
  })
}
