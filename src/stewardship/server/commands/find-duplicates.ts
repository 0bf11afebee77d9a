import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { compareOutlets } from '../../duplicates.ts'
import { type Found, forgetAll, forgetOthers, putCandidates } from '../queries/candidates.ts'
import {
  type KeyPlace,
  type Pair,
  addKeys,
  dropKeys,
  measureKeys,
  pairsBetween,
  pairsOf,
  placeAfter,
  putKeys,
} from '../queries/keys.ts'
import { changedCustomers, nextCustomers, outletsOf, revisionWithin } from '../queries/outlets.ts'
import { type Scan, lockScan, moveScan, nobody } from '../queries/scan.ts'

/** Customers whose keys are written together. */
const batch = 5000
/** Keys whose entries are compared together. */
const keysAtOnce = 100_000
/** Changes read in one go. */
const changesAtOnce = 5000

type Step = 'keyed' | 'went-on' | 'nothing-left'

/**
 * Brings the probable duplicates of a company up to date: first the whole register once, its keys and then its pairs;
 * from then on whatever changed, by the change feed. In small transactions, so that it can be stopped anywhere and goes
 * on from there.
 */
export async function findDuplicates(
  services: Services,
  organizationId: string,
  signal?: AbortSignal,
): Promise<void> {
  const actor = programActor(organizationId)
  for (;;) {
    const step = await nextStep(services, actor)
    if (step === 'keyed') await measureKeys(services.db)
    if (step === 'nothing-left' || signal?.aborted === true) return
  }
}

function nextStep(services: Services, actor: Actor): Promise<Step> {
  return commandAs(services.db, actor, 'find-duplicates', async (tx) => {
    const scan = await lockScan(tx)
    if (scan.keyedAfter !== null) return await keyNext(tx, scan, scan.keyedAfter)
    if (scan.comparedAfter !== null) return await compareNext(tx, scan, scan.comparedAfter)
    return await catchUp(tx, scan)
  })
}

async function keyNext(tx: Tx, scan: Scan, after: string): Promise<Step> {
  if (after === nobody) await dropKeys(tx)
  const ids = await nextCustomers(tx, after, batch)
  await addKeys(tx, await outletsOf(tx, ids))
  const last = ids.length < batch ? undefined : ids.at(-1)
  if (last !== undefined) {
    await moveScan(tx, { ...scan, keyedAfter: last })
    return 'went-on'
  }
  await forgetAll(tx)
  await moveScan(tx, { ...scan, keyedAfter: null, comparedAfter: ['', ''] })
  return 'keyed'
}

async function compareNext(tx: Tx, scan: Scan, after: KeyPlace): Promise<Step> {
  const upTo = await placeAfter(tx, after, keysAtOnce)
  await putCandidates(tx, await alikeAmong(tx, await pairsBetween(tx, after, upTo)))
  await moveScan(tx, { ...scan, comparedAfter: upTo })
  return 'went-on'
}

async function catchUp(tx: Tx, scan: Scan): Promise<Step> {
  if (scan.revision >= scan.head) return 'nothing-left'
  const to = await revisionWithin(tx, scan, changesAtOnce)
  const changed = await changedCustomers(tx, scan.revision, to)
  await putKeys(tx, changed, await outletsOf(tx, changed))
  const found = await alikeAmong(tx, await pairsOf(tx, changed))
  await forgetOthers(tx, changed, found)
  await putCandidates(tx, found)
  await moveScan(tx, { ...scan, revision: to })
  return to < scan.head ? 'went-on' : 'nothing-left'
}

async function alikeAmong(tx: Tx, pairs: readonly Pair[]): Promise<Found[]> {
  const outlets = await outletsOf(tx, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  const known = new Map(outlets.map((outlet) => [outlet.id, outlet]))
  return pairs.flatMap((pair) => {
    const [a, b] = [known.get(pair.a), known.get(pair.b)]
    if (a === undefined || b === undefined) return []
    const comparison = compareOutlets(a, b)
    return comparison.verdict === 'unlikely' ? [] : [{ ...pair, ...comparison }]
  })
}
