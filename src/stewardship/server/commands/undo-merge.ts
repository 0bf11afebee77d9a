import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { putCustomerWords } from '../../../customers/server/queries/words.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type Charge, type Moved, plainParts } from '../../moving.ts'
import type { Unmerged } from '../../schema/duplicates.ts'
import { putBack } from '../../unmerge.ts'
import { type LockedEntry, lockEntries, setColumns, unmark } from '../queries/merging.ts'
import { type KeptRecord, lockRecord, markUndone } from '../queries/merges.ts'
import { moneyCrosses, moveBack } from '../queries/moving-back.ts'
import { chargesNow, setInCharge } from '../queries/moving-contacts.ts'
import { noteMoved } from './merge.ts'

type Conflict = Unmerged['conflicts'][number]

/**
 * Takes a merge back: everything that still is as the merge left it becomes what it was before. What was changed,
 * removed or moved on since stays, and is listed (rule 1.7).
 */
export async function undoMerge(
  services: Services,
  actor: Actor,
  mergeId: string,
): Promise<Unmerged | Refusal> {
  if (!actor.may.includes('customers.merge')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'undo-merge', async (tx, changes) => {
    const merge = await lockRecord(tx, mergeId)
    if (merge === null) return refuse('not-found')
    if (merge.undone) return refuse('already-undone', { rule: '1.7' })
    if (merge.erased) return refuse('erased-meanwhile', { rule: '10.3' })
    const { keptId, droppedIds, record } = merge
    const entries = await lockEntries(tx, [keptId, ...droppedIds])
    const kept = entries.get(keptId)
    if (kept === undefined) return refuse('not-found')
    const stuck = stillThere(kept, merge, entries)
    if (stuck !== null) return stuck
    if (await moneyCrosses(tx, record.moved, keptId)) return refuse('money-crosses', { rule: '1.7' })
    const { set, conflicts } = putBack(record.fields, kept)
    await unmark(tx, record.statuses, record.led)
    await setColumns(tx, keptId, set)
    const listed: Conflict[] = [
      ...conflicts.map((field) => ({ what: field, name: null })),
      ...(await moveAllBack(tx, record.moved, keptId)),
      ...(await chargesBack(tx, record.charges)),
    ]
    await tellHistory(tx, merge, kept, set)
    const { settings } = await registerFacts(tx, actor, services.now)
    await rescore(tx, [keptId, ...droppedIds], settings.weights)
    await putCustomerWords(tx, [keptId, ...droppedIds])
    await markUndone(tx, mergeId, listed)
    const customers = [keptId, ...droppedIds, ...record.led.map((one) => one.id)]
    changes.addAll(
      'customer',
      customers.map((id) => ({ id, customerId: id })),
    )
    noteMoved(changes, record.moved, null)
    for (const charge of record.charges) {
      const home = record.moved.find((one) => one.id === charge.id)?.from ?? keptId
      changes.add('contact', charge.id, home)
    }
    return { restored: droppedIds, conflicts: listed }
  })
}

/** A later merge of the kept entry must be taken back first; an erased entry can't come back. */
function stillThere(
  kept: LockedEntry,
  merge: KeptRecord,
  entries: ReadonlyMap<string, LockedEntry>,
): Refusal | null {
  if (kept.status === 'merged') return refuse('merged-again', { rule: '1.7', facts: { code: kept.code } })
  if (kept.status === 'erased') return refuse('erased-meanwhile', { rule: '10.3' })
  const asLeft = merge.droppedIds.every((id) => entries.get(id)?.merged_into === kept.id)
  return asLeft ? null : refuse('erased-meanwhile', { rule: '10.3' })
}

const kinds = [
  'contact',
  'carried_product',
  'change_request',
  'personal_fact',
  'document',
  'child',
  'customer_channel',
  ...plainParts,
] as const

async function moveAllBack(tx: Tx, moved: readonly Moved[], kept: string): Promise<Conflict[]> {
  const missing: Conflict[] = []
  for (const entity of kinds) {
    const rows = moved.filter((one) => one.entity === entity)
    const back = await moveBack(tx, entity, rows, kept)
    for (const row of rows) if (!back.has(row.id)) missing.push({ what: entity, name: null })
  }
  return missing
}

async function chargesBack(tx: Tx, charges: readonly Charge[]): Promise<Conflict[]> {
  const changed = charges.filter((charge) => charge.was !== charge.is)
  const now = await chargesNow(
    tx,
    changed.map((charge) => charge.id),
  )
  const asLeft = changed.filter((charge) => now.get(charge.id) === charge.is)
  const out = asLeft.filter((charge) => !charge.was).map((charge) => charge.id)
  const wanted = asLeft.filter((charge) => charge.was).map((charge) => charge.id)
  await setInCharge(tx, out, false)
  const set = await setInCharge(tx, wanted, true)
  const refused = wanted.filter((id) => !set.has(id)).length + (changed.length - asLeft.length)
  return refused === 0 ? [] : [{ what: 'inCharge', name: null }]
}

async function tellHistory(
  tx: Tx,
  merge: KeptRecord,
  kept: LockedEntry,
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const entry = { entity: 'customer', act: 'changed', cause: 'unmerge', batchId: merge.id } as const
  const fields = Object.entries(set).map(
    ([column, value]) => [column, [kept[column] ?? null, value]] as const,
  )
  await recordHistory(tx, [
    { ...entry, customerId: kept.id, entityId: kept.id, fields: Object.fromEntries(fields) },
    ...Object.entries(merge.record.statuses).map(([id, status]) => ({
      ...entry,
      customerId: id,
      entityId: id,
      fields: { status: ['merged', status], merged_into: [kept.id, null] } as const,
    })),
  ])
}
