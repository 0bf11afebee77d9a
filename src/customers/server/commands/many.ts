import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { type CustomerField, columnsFor, fieldOfColumn } from '../../fields.ts'
import { fieldSavedHow } from '../../protected.ts'
import type { BulkEdit } from '../../schema/commands.ts'
import { type Kept, causeOfBatch, changeMany, changedSince, restoreBatch } from '../queries/bulk.ts'
import { isAncestor } from '../queries/parents.ts'
import { rescore } from '../queries/completeness.ts'
import { placeAgain, readContactPhonesAgain, readPhonesAgain } from '../queries/rederive.ts'
import { selectCustomers } from '../queries/selection.ts'
import { putCustomerWords } from '../queries/words.ts'
import { type Work, inRegister } from './in-register.ts'
import { codeTaken } from './refusals.ts'

type Outcome = { batchId: string | null; matched: number; changed: number; unchanged: number }
type Undone = {
  batchId: string | null
  restored: number
  kept: number
  examples: { id: string; name: string; fields: string[] }[]
}

/** Causes of batches that only set columns, which can be put back. */
const undoable: ReadonlySet<string> = new Set(['bulk-edit', 'bulk-undo', 'placed'])

/** An edit that finds nothing to change is rolled back, so that no revision is taken for it. */
const nothingChanged = (facts: Record<string, number>) => refuse('nothing-changed', { facts })

/**
 * Sets fields, tier or tags of many customers at once. Refused as a whole when it touches terms and the asker may not
 * change protected fields: a request is made for one customer, not for hundreds (rule 1.4).
 */
export async function editMany(
  services: Services,
  actor: Actor,
  input: BulkEdit,
): Promise<Outcome | Refusal> {
  const columns = columnsOfEdit(input, actor.may)
  if (isRefusal(columns)) return columns
  const done = await inRegister(services, actor, 'edit-many', 'customers.change', async (in_) => {
    const selected = await selectCustomers(in_.tx, input.selection, in_.facts)
    if (isRefusal(selected)) return selected
    const parent = input.set?.parentId ?? null
    if (parent !== null && (await isAncestor(in_.tx, selected, parent)))
      return refuse('invalid-parent-circle')
    const batchId = newId()
    const { addTags = [], removeTags = [] } = input
    const batch = { cause: 'bulk-edit', batchId, today: in_.facts.today }
    const changed = await changeMany(in_.tx, selected, { columns, addTags, removeTags }, batch)
    if (changed.length === 0) return nothingChanged({ matched: selected.length })
    await settle(in_, changed, Object.keys(columns))
    const unchanged = selected.length - changed.length
    return { batchId, matched: selected.length, changed: changed.length, unchanged }
  }).catch(codeTaken)
  if (!isRefusal(done) || done.refused !== 'nothing-changed') return done
  const matched = Number(done.facts?.['matched'] ?? 0)
  return { batchId: null, matched, changed: 0, unchanged: matched }
}

function columnsOfEdit(input: BulkEdit, may: readonly string[]): Record<string, unknown> | Refusal {
  const given = Object.entries(input.set ?? {}).filter(([, value]) => value !== undefined)
  const fields = given as [CustomerField, unknown][]
  if (fields.some(([field]) => fieldSavedHow(field, 'any', may) === 'request'))
    return refuse('not-allowed', { rule: '1.4' })
  const tier = input.tier === undefined ? {} : tierByHand(input.tier, input.reason ?? null)
  return Object.assign({}, ...fields.map(([field, value]) => columnsFor(field, value)), tier) as Record<
    string,
    unknown
  >
}

/** What is set with a tier by hand, so that an undo brings back by what it was set before (rule 1.8). */
function tierByHand(tier: string | null, reason: string | null): Record<string, unknown> {
  return { tier, tier_reason: reason, tier_by: tier === null ? null : 'hand' }
}

/**
 * Undoes a bulk edit as a new batch. A customer of which anything that the edit set was changed since is left as it is
 * and named.
 */
export async function undoEdit(services: Services, actor: Actor, undone: string): Promise<Undone | Refusal> {
  let kept: Kept[] = []
  const done = await inRegister(services, actor, 'undo-edit', 'customers.change', async (in_) => {
    const cause = await causeOfBatch(in_.tx, undone)
    if (cause === null) return refuse('not-found')
    if (!undoable.has(cause)) return refuse('not-a-bulk-edit')
    kept = await changedSince(in_.tx, undone)
    const batchId = newId()
    const restored = await restoreBatch(in_.tx, undone, {
      cause: 'bulk-undo',
      batchId,
      today: in_.facts.today,
    })
    if (restored.length === 0) return nothingChanged({})
    await settle(in_, restored, ['city', 'country'])
    return { batchId, restored: restored.length }
  })
  if (isRefusal(done) && done.refused !== 'nothing-changed') return done
  const restored = isRefusal(done) ? { batchId: null, restored: 0 } : done
  const examples = kept.slice(0, 20).map(({ id, name, columns }) => ({
    id,
    name,
    fields: [...new Set(columns.map(fieldOfColumn))],
  }))
  return { ...restored, kept: kept.length, examples }
}

/** What follows from columns of many customers: phones by country, places by city, words, scores, the change feed. */
async function settle(
  { tx, changes, facts }: Work,
  customers: readonly string[],
  columns: readonly string[],
): Promise<void> {
  if (customers.length === 0) return
  changes.addAll(
    'customer',
    customers.map((id) => ({ id, customerId: id })),
  )
  if (columns.includes('country')) {
    await readPhonesAgain(tx, customers, facts.country)
    changes.addAll('contact', await readContactPhonesAgain(tx, customers, facts.country))
  }
  if (['city', 'region', 'country'].some((name) => columns.includes(name))) {
    await placeAgain(tx, customers, facts.country)
    await putCustomerWords(tx, customers)
  }
  await rescore(tx, customers, facts.settings.weights)
}
