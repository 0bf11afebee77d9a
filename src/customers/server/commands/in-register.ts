import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { Permission } from '../../../people/permissions.ts'
import { type RegisterFacts, registerFacts } from '../queries/company.ts'
import { rescore } from '../queries/completeness.ts'
import { type Row, lockCustomer } from '../queries/save.ts'
import { putCustomerWords } from '../queries/words.ts'

export type Work = { readonly tx: Tx; readonly changes: Changes; readonly facts: RegisterFacts }

/** Runs a command of the register for whoever has the permission, with the company's day and settings at hand. */
export async function inRegister<T>(
  services: Services,
  actor: Actor,
  name: string,
  permission: Permission,
  work: (in_: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  if (!actor.may.includes(permission)) return refuse('not-allowed')
  return await commandAs(services.db, actor, name, async (tx, changes) =>
    work({ tx, changes, facts: await registerFacts(tx, actor, services.now) }),
  )
}

/**
 * Runs a command on one customer, locked until it ends. Refuses with not-found one that the asker doesn't see, and with
 * not-active one that was merged into another or erased. If it was changed, its completeness and search words are put right.
 */
export async function onCustomer<T>(
  services: Services,
  actor: Actor,
  name: string,
  permission: Permission,
  id: string,
  work: (in_: Work & { readonly row: Row }) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return await inRegister(services, actor, name, permission, async (in_) => {
    const row = await lockCustomer(in_.tx, id)
    if (row === null) return refuse('not-found')
    if (row['status'] !== 'active' && row['status'] !== 'closed') return refuse('not-active')
    const answer = await work({ ...in_, row })
    if (!isRefusal(answer) && in_.changes.has('customer')) {
      await rescore(in_.tx, [id], in_.facts.settings.weights)
      await putCustomerWords(in_.tx, [id])
    }
    return answer
  })
}
