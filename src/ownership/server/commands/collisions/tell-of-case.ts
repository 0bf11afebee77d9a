import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { Changes } from '../../../../platform/server/database/changes.ts'
import { tell } from '../../../../notices/server/commands/tell.ts'
import { emit } from '../../../../webhooks/server/commands/emit.ts'
import { claimsOf } from '../../queries/collision-case.ts'

/** `rulingId` is the event: a ruling and the decision after an appeal are told each by itself. */
type Ruled = { readonly kind: 'collision-ruled'; readonly to: string; readonly rulingId: string }

/** Tells the sides of a case, and other programs, that it is open or whose the customer is by a ruling. */
export async function tellOfCase(
  tx: Tx,
  changes: Changes,
  on: { readonly id: string; readonly customerId: string },
  what: { readonly kind: 'collision-opened' } | Ruled,
  by: string | null,
): Promise<void> {
  const claims = await claimsOf(tx, [on.id])
  const persons = claims.filter(({ withdrawn }) => !withdrawn).map(({ personId }) => personId)
  const about = { collisionId: on.id, customerId: on.customerId }
  if ('to' in what) await emit(tx, 'collision.ruled', { ...about, personId: what.to })
  else await emit(tx, 'collision.opened', about)
  const facts = { customer: on.customerId, collision: on.id, ...('to' in what ? { to: what.to } : {}) }
  const event = 'to' in what ? what.rulingId : on.id
  await tell(
    tx,
    changes,
    persons
      .filter((personId) => personId !== by)
      .map((personId) => ({ personId, kind: what.kind, about: event, facts })),
  )
}
