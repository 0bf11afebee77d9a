import { programActor } from '../../../people/server/queries/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { overlapMs } from '../../retry.ts'
import { forgetOld } from '../queries/deliveries.ts'

/** How long what was sent can be seen and sent again. */
const keptDays = 30

/** Forgets a company's old messages and superseded secrets. */
export async function forgetDeliveries({ db, now }: Services, organizationId: string): Promise<void> {
  const at = now().getTime()
  await commandAs(db, programActor(organizationId), 'forget-deliveries', (tx) =>
    forgetOld(tx, new Date(at - keptDays * 86_400_000), new Date(at - overlapMs)),
  )
}
