import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type Permission, lacks } from '../../permissions.ts'

/** Runs a command on people for whoever has the permission; for anybody else there is a refusal and no transaction (rule 10.1). */
export async function whenAllowed<T>(
  services: Services,
  actor: Actor,
  permission: Permission,
  name: string,
  work: (tx: Tx, changes: Changes) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return (
    lacks(actor, permission) ??
    (await commandAs(services.db, actor, name, async (tx, changes) => work(tx, changes)))
  )
}
