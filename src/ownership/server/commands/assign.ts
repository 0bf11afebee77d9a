import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import { selectCustomers } from '../../../customers/server/queries/selection.ts'
import { wholeCustomer } from '../../ledger.ts'
import { mayReceive } from '../../receive.ts'
import type { Assign } from '../../schema.ts'
import { type SeatOfCustomer, ownedAmong, seatsToAdd, seatsToLeave, seatsToSet } from '../queries/assign.ts'
import { receiverOf } from '../queries/holders.ts'
import { isLine } from '../queries/lines.ts'
import { lockLedger, recordEntries } from '../queries/ledger.ts'
import { refusalToMove } from './may-move.ts'
import { tellOfBatch } from './tell-of-batch.ts'

type Assigned = { batchId: string | null; matched: number; changed: number; unchanged: number }

/**
 * Makes a person the owner, backup or sponsor of one or many customers, whole or of one line of business, or puts them into
 * the pool, from today (rules 2.1 and 2.2): ledger and projection in one transaction, all or nothing.
 */
export async function assignCustomers(
  services: Services,
  actor: Actor,
  input: Assign,
): Promise<Assigned | Refusal> {
  return await inRegister(
    services,
    actor,
    'assign-customers',
    'customers.assign',
    async ({ tx, changes, facts }) => {
      const { role, personId, how = 'set', line = wholeCustomer } = input
      const receiver = personId === null ? null : await receiverOf(tx, personId, facts.today)
      const refusal = how === 'remove' ? null : mayReceive({ personId, receiver, role }, actor)
      if (refusal !== null) return refusal
      if (how !== 'set' && (personId === null || role === 'owner'))
        return refuse('invalid-one-owner', { rule: '2.2' })
      if (!(await isLine(tx, line))) return refuse('no-such-line', { rule: '2.2' })
      const customers = await selectCustomers(tx, input.selection, facts)
      if (isRefusal(customers)) return customers
      await lockLedger(tx, customers)
      const unmovable = role === 'owner' ? await refusalToMove(tx, actor, customers) : null
      if (unmovable !== null) return unmovable
      const seats = await seatsFor(tx, customers, input)
      const { today } = facts
      const batchId = await recordEntries(
        tx,
        changes,
        { cause: 'assigned', note: input.reason, today },
        seats.map((seat) => ({ ...seat, line, role, from: today })),
      )
      await tellOfBatch(tx, changes, facts, batchId)
      const changed = new Set(seats.map(({ customerId }) => customerId)).size
      return { batchId, matched: customers.length, changed, unchanged: customers.length - changed }
    },
  )
}

async function seatsFor(
  tx: Tx,
  customers: readonly string[],
  { role, personId, how = 'set', line }: Assign,
): Promise<SeatOfCustomer[]> {
  if (personId === null || role === 'owner') return await seatsToSet(tx, customers, role, personId, line)
  if (how === 'remove') return await seatsToLeave(tx, customers, role, personId, line)
  const own = role === 'backup' ? await ownedAmong(tx, customers, personId, line) : new Set<string>()
  const others = customers.filter((id) => !own.has(id))
  return how === 'add'
    ? await seatsToAdd(tx, others, role, personId, line)
    : await seatsToSet(tx, others, role, personId, line)
}
