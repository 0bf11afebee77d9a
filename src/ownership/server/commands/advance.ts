import { programActor } from '../../../people/server/queries/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { lockLedger } from '../queries/ledger.ts'
import { projectSeats, takeDue } from '../queries/project.ts'
import { tellOfCovers } from './tell-of-covers.ts'

/**
 * Makes what holds today true to the ledger for change points whose day has come: a cover that begins or returns, an owner
 * named ahead. Answers how many customers it changed for; doing it again changes nothing.
 */
export async function advanceLedger(services: Services, organizationId: string): Promise<number> {
  const actor = programActor(organizationId)
  return await commandAs(services.db, actor, 'advance-ledger', async (tx, changes) => {
    const { today } = await registerFacts(tx, actor, services.now)
    const due = await takeDue(tx, today)
    if (due.length === 0) return 0
    await lockLedger(
      tx,
      due.map(({ customerId }) => customerId),
    )
    const customers = new Set(await projectSeats(tx, due, today))
    for (const id of customers) changes.add('holder', id, id)
    await tellOfCovers(tx, changes, [...customers], today)
    return customers.size
  })
}
