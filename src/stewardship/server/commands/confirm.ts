import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type Confirmation, confirmOn, unconfirm } from '../queries/confirm.ts'

type Confirmed = { batchId: string | null; confirmed: number }

/** Says of many profiles that they are still right: they are fresh from today (rule 1.3). */
export async function confirmMany(
  services: Services,
  actor: Actor,
  ids: readonly string[],
): Promise<Confirmed | Refusal> {
  if (!actor.may.includes('customers.steward')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'confirm-customers', async (tx, changes) => {
    const { today } = await registerFacts(tx, actor, services.now)
    const done = await confirmOn(tx, ids, today)
    const batchId = newId()
    await tell(tx, changes, done, batchId, 'confirmed')
    // The statement itself counts as a write, also when all of them were fresh.
    if (done.length === 0) changes.add('customer', ids[0] ?? batchId, ids[0] ?? null)
    return { batchId: done.length === 0 ? null : batchId, confirmed: done.length }
  })
}

/** Takes a batch of confirmations back where nothing has changed since. */
export async function undoConfirm(
  services: Services,
  actor: Actor,
  batchId: string,
): Promise<Confirmed | Refusal> {
  if (!actor.may.includes('customers.steward')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'undo-confirm', async (tx, changes) => {
    const done = await unconfirm(tx, batchId)
    if (done.length === 0) return refuse('nothing-to-undo')
    await tell(tx, changes, done, newId(), 'undo')
    return { batchId: null, confirmed: done.length }
  })
}

async function tell(
  tx: Tx,
  changes: Changes,
  done: readonly Confirmation[],
  batchId: string,
  cause: string,
): Promise<void> {
  const about = { entity: 'customer', act: 'changed', cause, batchId } as const
  const entries = done.map(({ id, was, is }) => ({
    ...about,
    customerId: id,
    entityId: id,
    fields: { confirmed_on: [was, is] as const },
  }))
  await recordHistory(tx, entries)
  changes.addAll(
    'customer',
    done.map(({ id }) => ({ id, customerId: id })),
  )
}
