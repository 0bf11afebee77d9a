import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { cancelRow, disputeRow, lockReceivables } from '../queries/receivables.ts'
import { inMoney } from './in-money.ts'

type Done = { id: string }

/** Cancels an invoice or credit note, with the reason; refused while money is on it, which is to be taken back first. */
export async function cancelReceivable(
  services: Services,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Done | Refusal> {
  return await inMoney(services, actor, 'cancel-receivable', ['money.record'], async (in_) => {
    const [row] = await lockReceivables(in_.tx, [id])
    if (row === undefined) return refuse('not-found')
    if (row.cancelledOn !== null) return refuse('already-cancelled')
    if (row.settledMinor !== 0) return refuse('money-on-it', { rule: '5.3', facts: { code: row.code } })
    await cancelRow(in_.tx, id, { on: in_.facts.today, reason, by: actor.personId })
    in_.changes.add('receivable', id, row.customerId)
    in_.touch(row.customerId)
    return { id }
  })
}

/** The customer says that it isn't owed, or doesn't say so any more; whoever serves the customer may note it. It stays owed. */
export async function disputeReceivable(
  services: Services,
  actor: Actor,
  id: string,
  { disputed, note }: { disputed: boolean; note?: string | undefined },
): Promise<Done | Refusal> {
  const needs = ['money.record', 'money.collect'] as const
  return await inMoney(services, actor, 'dispute-receivable', needs, async (in_) => {
    const [row] = await lockReceivables(in_.tx, [id])
    if (row === undefined) return refuse('not-found')
    if (row.cancelledOn !== null) return refuse('already-cancelled')
    const on = disputed ? (row.disputedOn ?? in_.facts.today) : null
    await disputeRow(in_.tx, id, {
      on,
      note: note === undefined || note === '' ? null : note,
      by: actor.personId,
    })
    in_.changes.add('receivable', id, row.customerId)
    return { id }
  })
}
