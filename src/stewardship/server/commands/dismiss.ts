import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { dismiss, reopen } from '../queries/candidates.ts'

/** Remembers that two entries are different outlets, with the reason. */
export async function dismissDuplicate(
  services: Services,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ id: string } | Refusal> {
  if (!actor.may.includes('customers.steward')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'dismiss-duplicate', async (tx) =>
    (await dismiss(tx, id, reason)) ? { id } : refuse('not-found'),
  )
}

/** Takes that back. */
export async function reopenDuplicate(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  if (!actor.may.includes('customers.steward')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'reopen-duplicate', async (tx) =>
    (await reopen(tx, id)) ? { id } : refuse('not-found'),
  )
}
