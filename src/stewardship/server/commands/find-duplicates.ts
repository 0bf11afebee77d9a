import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { compareOutlets } from '../../duplicates.ts'
import { putCandidates } from '../queries/candidates.ts'
import { pairsOf, putKeys } from '../queries/keys.ts'
import { changedCustomers, nextCustomers, outletsOf } from '../queries/outlets.ts'
import { lockScan, moveScan } from '../queries/scan.ts'

const batch = 1000
/** Revisions read in one go; an import is many revisions of some thousand rows. */
const revisions = 50

/**
 * Brings the probable duplicates of a company up to date: first the whole register once, then whatever changed since,
 * by the change feed. In small transactions, so that it can be stopped anywhere and goes on from there.
 */
export async function findDuplicates(
  services: Services,
  organizationId: string,
  signal?: AbortSignal,
): Promise<void> {
  const actor = programActor(organizationId)
  while (await nextBatch(services, actor)) if (signal?.aborted === true) return
}

/** Goes one step further; false when there was nothing left to do. */
async function nextBatch(services: Services, actor: Actor): Promise<boolean> {
  return await commandAs(services.db, actor, 'find-duplicates', async (tx) => {
    const scan = await lockScan(tx)
    if (scan.after !== null) {
      const ids = await nextCustomers(tx, scan.after, batch)
      await lookAt(tx, ids, true)
      await moveScan(tx, { after: ids.length < batch ? null : (ids.at(-1) ?? null) })
      return true
    }
    if (scan.revision >= scan.head) return false
    const to = Math.min(scan.head, scan.revision + revisions)
    const ids = await changedCustomers(tx, scan.revision, to)
    for (let at = 0; at < ids.length; at += batch) await lookAt(tx, ids.slice(at, at + batch), false)
    await moveScan(tx, { revision: to })
    return to < scan.head
  })
}

async function lookAt(tx: Tx, ids: readonly string[], lowerOnly: boolean): Promise<void> {
  const outlets = await outletsOf(tx, ids)
  await putKeys(tx, ids, outlets)
  const pairs = await pairsOf(tx, ids, lowerOnly)
  const known = new Map(outlets.map((outlet) => [outlet.id, outlet]))
  const others = [...new Set(pairs.map((pair) => pair.b))].filter((id) => !known.has(id))
  for (const outlet of await outletsOf(tx, others)) known.set(outlet.id, outlet)
  const found = pairs.flatMap((pair) => {
    const [a, b] = [known.get(pair.a), known.get(pair.b)]
    if (a === undefined || b === undefined) return []
    const comparison = compareOutlets(a, b)
    return comparison.verdict === 'unlikely' ? [] : [{ ...pair, ...comparison }]
  })
  await putCandidates(tx, ids, found, lowerOnly)
}
