import { tell } from '../../../notices/server/commands/tell.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Sum, sumsByManager, sumsByOwner } from '../../telling.ts'
import { managersOf } from '../queries/managers.ts'
import type { Due, Told } from '../queries/run.ts'

type Run = { recycled: readonly Due[]; announced: readonly Told[]; batchId: string | null; today: string }

type Telling = Parameters<typeof tell>[2][number]
const tellings = (kind: Telling['kind'], about: string, sums: readonly Sum[]): Telling[] =>
  sums.map(({ personId, count, on }) => ({
    personId,
    kind,
    about,
    facts: on === null ? { count } : { count, on },
  }))

/** Tells owners and their managers what a run announced and what it put into the pool: one notice a person each. */
export async function tellOfRun(tx: Tx, changes: Changes, run: Run): Promise<void> {
  const { recycled, announced, today } = run
  const owners = new Set([...recycled, ...announced].map(({ personId }) => personId))
  const managers = await managersOf(tx, [...owners], today)
  const [told, back] = [newId(), run.batchId ?? newId()]
  for (const [personId, own] of Map.groupBy(recycled, (one) => one.personId)) {
    const customerIds = own.slice(0, mostCustomers).map(({ customerId }) => customerId)
    await emit(tx, 'customer.recycled', { count: own.length, customerIds, personId })
  }
  await tell(tx, changes, [
    ...tellings('recycling-announced', told, sumsByOwner(announced)),
    ...tellings('recycling-announced-below', told, sumsByManager(announced, managers)),
    ...tellings('customers-recycled', back, sumsByOwner(recycled)),
    ...tellings('customers-recycled-below', back, sumsByManager(recycled, managers)),
  ])
}

/** Tells the manager of somebody who claimed a customer or gave one back. */
export async function tellManager(
  tx: Tx,
  changes: Changes,
  kind: 'customer-claimed' | 'customer-given-back',
  done: { personId: string; customerId: string; batchId: string; today: string },
): Promise<void> {
  const { personId, customerId, batchId, today } = done
  const manager = (await managersOf(tx, [personId], today)).get(personId)
  if (manager === undefined) return
  const facts = { by: personId, customer: customerId }
  await tell(tx, changes, [{ personId: manager, kind, about: batchId, facts }])
}
