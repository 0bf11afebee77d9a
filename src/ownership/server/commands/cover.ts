import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import { selectCustomers } from '../../../customers/server/queries/selection.ts'
import type { Day } from '../../../values/day.ts'
import { coverSpan, coveredBy, pointsToCover, pointsToEnd } from '../../cover.ts'
import { wholeCustomer } from '../../ledger.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { mayReceive } from '../../receive.ts'
import type { NewCover } from '../../schema.ts'
import { ownedAmong } from '../queries/assign.ts'
import { entriesOf } from '../queries/history.ts'
import { receiverOf } from '../queries/holders.ts'
import { lockLedger, recordEntries } from '../queries/ledger.ts'
import { emitBatch } from './emit-batch.ts'
import { lockBatch } from './lock-batch.ts'
import { tellOfCovers } from './tell-of-covers.ts'

export type Covered = { batchId: string | null; customers: number; unchanged: number }
const coverSeat = { line: wholeCustomer, role: 'cover', seat: 0 } as const

/**
 * Has a person stand in for the owners of one or many customers from one day to another; it returns by itself (rule 2.2).
 * Customers that the person owns are left out. Refused, all of it, when somebody else stands in for one in that time.
 */
export async function coverCustomers(
  services: Services,
  actor: Actor,
  input: NewCover,
): Promise<Covered | Refusal> {
  return await inRegister(
    services,
    actor,
    'cover-customers',
    'customers.assign',
    async ({ tx, changes, facts }) => {
      const { personId, reason } = input
      const span = { from: input.from as Day, to: input.to as Day }
      const receiver = await receiverOf(tx, personId, span.to)
      const refusal = coverSpan(span, facts.today) ?? mayReceive({ personId, receiver, role: 'cover' }, actor)
      if (refusal !== null) return refusal
      const selected = await selectCustomers(tx, input.selection, facts)
      if (isRefusal(selected)) return selected
      await lockLedger(tx, selected)
      const own = await ownedAmong(tx, selected, personId)
      const customers = selected.filter((id) => !own.has(id))
      const seats = await entriesByCustomer(tx, customers)
      const taken = customers.filter((id) => coveredBy(seats.get(id) ?? [], span) !== null)
      if (taken.length > 0)
        return refuse('already-covered', {
          rule: '2.2',
          facts: { count: taken.length, customerId: taken[0] ?? '' },
        })
      const entries = customers.flatMap((customerId) =>
        pointsToCover(seats.get(customerId) ?? [], { ...span, personId }).map((point) => ({
          ...coverSeat,
          ...point,
          customerId,
        })),
      )
      const batch = { cause: 'cover', note: reason, today: facts.today }
      const batchId = await recordEntries(tx, changes, batch, entries)
      await emitBatch(tx, facts.today, batchId)
      if (span.from === facts.today) await tellOfCovers(tx, changes, customers, facts.today)
      else if (batchId !== null) {
        const told = { count: customers.length, from: span.from, until: span.to }
        const by = actor.personId === null ? {} : { by: actor.personId }
        await tell(tx, changes, [
          { personId, kind: 'cover-planned', about: batchId, facts: { ...told, ...by } },
        ])
      }
      return { batchId, customers: customers.length, unchanged: own.size }
    },
  )
}

/** Ends a cover before its day, from today; customers covered anew since stay as they are. */
export async function endCover(
  services: Services,
  actor: Actor,
  batchId: string,
): Promise<Covered | Refusal> {
  return await inRegister(services, actor, 'end-cover', 'customers.assign', async (in_) => {
    const { tx, changes, facts } = in_
    const locked = await lockBatch(in_, batchId)
    if (isRefusal(locked)) return locked
    const { customers, around } = locked
    if (around.some(({ role }) => role !== 'cover')) return refuse('not-a-cover', { rule: '2.2' })
    const byCustomer = Map.groupBy(around, ({ customerId }) => customerId)
    const entries = customers.flatMap((customerId) =>
      pointsToEnd(byCustomer.get(customerId) ?? [], batchId, facts.today).map((point) => ({
        ...coverSeat,
        ...point,
        customerId,
      })),
    )
    if (entries.length === 0) return refuse('nothing-changed', { rule: '2.2' })
    const batch = { cause: 'cover-ended', about: { kind: 'batch', id: batchId }, today: facts.today }
    const ended = await recordEntries(tx, changes, batch, entries)
    const today = entries.filter(({ from }) => from === facts.today).map(({ customerId }) => customerId)
    await tellOfCovers(tx, changes, today, facts.today)
    await emitBatch(tx, facts.today, ended)
    return { batchId: ended, customers: entries.length, unchanged: customers.length - entries.length }
  })
}

async function entriesByCustomer(tx: Parameters<typeof entriesOf>[0], customers: readonly string[]) {
  const all = await entriesOf(tx, customers)
  return Map.groupBy(
    all.filter(({ role }) => role === 'cover'),
    ({ customerId }) => customerId,
  )
}
