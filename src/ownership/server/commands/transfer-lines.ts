import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { ChangeLines, Transfer } from '../../schema/transfer.ts'
import type { Facts } from '../queries/facts.ts'
import { readTransfer } from '../queries/transfer/read.ts'
import { deleteTransfer, giveLines, leaveLinesOut, takeTransfer } from '../queries/transfer/store.ts'
import { mayTake, previewTransfer } from './transfer-preview.ts'

/** Gives customers of a draft to somebody else by hand, or leaves them out; answers the preview anew. */
export async function changeLines(
  services: Services,
  facts: Facts,
  actor: Actor,
  id: string,
  { customers, personId }: ChangeLines,
): Promise<Transfer | Refusal> {
  return await inRegister(services, actor, 'change-transfer', 'customers.assign', async ({ tx }) => {
    const transfer = await takeTransfer(tx, id)
    if (transfer === null) return refuse('not-found')
    if (transfer.batchId !== null || transfer.queuedAt !== null)
      return refuse('already-transferred', { rule: '2.5' })
    const refusal = personId === null ? null : await mayTake(tx, actor, [personId], transfer.fromDay)
    if (refusal !== null) return refusal
    const which = customers === 'without-successor' ? null : customers
    const changed =
      personId === null ? await leaveLinesOut(tx, id, which) : await giveLines(tx, id, which, personId)
    if (changed === 0 || (which !== null && changed < new Set(which).size))
      return refuse('not-in-transfer', { rule: '2.5' })
    const before = await readTransfer(tx, id)
    await previewTransfer(tx, facts, id, before?.alreadyTheirs ?? 0)
    return (await readTransfer(tx, id)) ?? refuse('not-found')
  })
}

/** Throws a draft away. */
export async function dropTransfer(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await inRegister(services, actor, 'drop-transfer', 'customers.assign', async ({ tx }) =>
    (await deleteTransfer(tx, id)) ? { id } : refuse('not-found'),
  )
}
