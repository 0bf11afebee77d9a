import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { putCustomerWords } from '../../../customers/server/queries/words.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { canonical } from '../../merge-fields.ts'
import { mergedFields } from '../../merge.ts'
import type { Moved } from '../../moving.ts'
import type { MergeCustomers, Merged } from '../../schema/duplicates.ts'
import type { Changed } from '../../unmerge.ts'
import {
  type LockedEntry,
  dropWords,
  hangsBelow,
  lockEntries,
  markMerged,
  setColumns,
} from '../queries/merging.ts'
import { keepRecord } from '../queries/merges.ts'
import { moveRest } from '../queries/moving.ts'
import { sameContacts } from '../queries/moving-contacts.ts'
import { ownersOf } from '../queries/similar.ts'
import { mergeContacts } from './merge-contacts.ts'

/**
 * Makes one customer of several (rule 1.7), in one transaction. The kept one's owner stays; ledger and history of the
 * others stay where they are and are read together. Refuses what changed since the asker looked.
 */
export async function mergeCustomers(
  services: Services,
  actor: Actor,
  input: MergeCustomers,
): Promise<Merged | Refusal> {
  if (!actor.may.includes('customers.merge')) return refuse('not-allowed')
  const dropped = [...new Set(input.droppedIds)]
  if (dropped.includes(input.keptId)) return refuse('invalid-merge-with-itself')
  return await commandAs(services.db, actor, 'merge-customers', async (tx, changes) => {
    const found = await lockEntries(tx, [input.keptId, ...dropped])
    const entries = mergeable([input.keptId, ...dropped], found, input.versions)
    if (isRefusal(entries)) return entries
    const [kept, ...others] = entries
    if (kept === undefined) return refuse('not-found')
    const { inCharge, ...choices } = input.choices ?? {}
    const fields = await withoutRing(tx, mergedFields(kept, others, choices), entries)
    const same = await sameContacts(tx, dropped, kept.id)
    const contacts = await mergeContacts(tx, entries, same, inCharge ?? null)
    const rest = await moveRest(tx, dropped, kept.id, same)
    const moved = [...contacts.moved, ...rest]
    await setColumns(tx, kept.id, after(fields))
    const led = await markMerged(tx, dropped, kept.id)
    const mergeId = newId()
    const statuses = Object.fromEntries(others.map((entry) => [entry.id, entry.status]))
    const record = { fields, moved, charges: contacts.charges, statuses, led }
    await keepRecord(tx, { id: mergeId, keptId: kept.id, droppedIds: dropped, record })
    await tellHistory(tx, mergeId, kept, others, fields)
    const { settings } = await registerFacts(tx, actor, services.now)
    await rescore(tx, [kept.id], settings.weights)
    await putCustomerWords(tx, [kept.id])
    await dropWords(tx, dropped)
    changes.addAll(
      'customer',
      [...entries, ...led].map(({ id }) => ({ id, customerId: id })),
    )
    noteMoved(changes, moved, kept.id)
    for (const charge of contacts.charges) changes.add('contact', charge.id, kept.id)
    return await outcome(tx, mergeId, entries, moved)
  })
}

function mergeable(
  ids: readonly string[],
  found: ReadonlyMap<string, LockedEntry>,
  versions: Readonly<Record<string, number>>,
): LockedEntry[] | Refusal {
  const entries: LockedEntry[] = []
  for (const id of ids) {
    const entry = found.get(id)
    if (entry === undefined) return refuse('not-found')
    const facts = { code: entry.code }
    if (entry.status === 'merged') return refuse('merged-meanwhile', { rule: '1.7', facts })
    if (entry.status === 'erased') return refuse('erased-customer', { rule: '10.3', facts })
    entries.push(entry)
  }
  const changed = entries.find((entry) => versions[entry.id] !== entry.version)
  if (changed === undefined) return entries
  return refuse('changed-meanwhile', { rule: '1.7', facts: { code: changed.code } })
}

/** A parent that hangs below one of the entries would make a ring: then there is none. */
async function withoutRing(tx: Tx, fields: Changed, entries: readonly LockedEntry[]): Promise<Changed> {
  const parent = fields['parent_id']
  if (parent === undefined || typeof parent[1] !== 'string') return fields
  const ids = entries.map((entry) => entry.id)
  return (await hangsBelow(tx, parent[1], ids)) ? { ...fields, parent_id: [parent[0], null] } : fields
}

function after(fields: Changed): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([column, [, value]]) => [column, value]))
}

/** Notes moved rows for the change feed. Personal notes aren't in it (rule 1.2). */
export function noteMoved(changes: Changes, moved: readonly Moved[], customer: string | null): void {
  for (const { entity, id, from } of moved) {
    if (entity === 'child') changes.add('customer', id, id)
    else if (entity !== 'personal_fact') changes.add(entity, id, customer ?? from)
  }
}

async function tellHistory(
  tx: Tx,
  batchId: string,
  kept: LockedEntry,
  others: readonly LockedEntry[],
  fields: Changed,
): Promise<void> {
  const really = Object.entries(fields).filter(([, [was, is]]) => canonical(was) !== canonical(is))
  const entry = { entity: 'customer', act: 'changed', cause: 'merge', batchId } as const
  await recordHistory(tx, [
    { ...entry, customerId: kept.id, entityId: kept.id, fields: Object.fromEntries(really) },
    ...others.map(({ id, status }) => ({
      ...entry,
      customerId: id,
      entityId: id,
      fields: { status: [status, 'merged'], merged_into: [null, kept.id] } as const,
    })),
  ])
}

async function outcome(
  tx: Tx,
  mergeId: string,
  [kept, ...others]: readonly LockedEntry[],
  moved: readonly Moved[],
): Promise<Merged> {
  const owners = await ownersOf(
    tx,
    [kept, ...others].flatMap((entry) => (entry === undefined ? [] : [entry.id])),
  )
  const stays = owners.get(kept?.id ?? '') ?? null
  const otherOwners = others.flatMap(({ id }) => {
    const owner = owners.get(id) ?? null
    return owner === null || owner.id === stays?.id ? [] : [[owner.id, owner] as const]
  })
  const counts: Record<string, number> = {}
  for (const { entity } of moved) counts[entity] = (counts[entity] ?? 0) + 1
  return {
    mergeId,
    keptId: kept?.id ?? '',
    moved: counts,
    ownerStays: stays,
    otherOwners: [...new Map(otherOwners).values()],
  }
}
