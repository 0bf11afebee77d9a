import { type Work, inRegister, onCustomer } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { NewCounts, NewWriteOff } from '../../schema/stock.ts'
import { unknownProducts } from '../queries/price-rows.ts'
import * as queries from '../queries/stock-write.ts'

type At = { customerId: string; day: string; visitId: string | null }
type Recorded = { ids: string[] }

/** Records what was counted at an outlet (rule 5.5). Sent twice it counts once. */
export async function recordCounts(
  services: Services,
  actor: Actor,
  customerId: string,
  { day, visitId, counts }: NewCounts,
): Promise<Recorded | Refusal> {
  return await onCustomer(services, actor, 'count-stock', 'visits.write', customerId, async (in_) => {
    const at = { customerId, day: day ?? in_.facts.today, visitId: visitId ?? null }
    const rows = counts.map(({ id = newId(), facings = null, ...count }) => ({ ...count, id, facings }))
    return await record(in_, 'stock_count', at, rows, (fresh) => queries.insertCounts(in_.tx, at, fresh))
  })
}

/** Records goods lost at an outlet: expired, broken, stolen, given away. Sent twice it counts once. */
export async function recordWriteOff(
  services: Services,
  actor: Actor,
  customerId: string,
  { id = newId(), day, visitId, note, ...loss }: NewWriteOff,
): Promise<Recorded | Refusal> {
  return await onCustomer(services, actor, 'write-off-stock', 'visits.write', customerId, async (in_) => {
    const at = { customerId, day: day ?? in_.facts.today, visitId: visitId ?? null }
    const row = { ...loss, id, note: note === undefined || note === '' ? null : note }
    return await record(in_, 'write_off', at, [row], () => queries.insertWriteOff(in_.tx, at, row))
  })
}

async function record<Row extends { id: string; productId: string }>(
  { tx, changes, facts }: Work,
  table: queries.StockTable,
  at: At,
  rows: readonly Row[],
  insert: (fresh: readonly Row[]) => Promise<string[]>,
): Promise<Recorded | Refusal> {
  const ids = rows.map(({ id }) => id)
  if (at.day > facts.today) return refuse('day-ahead', { rule: '5.5' })
  const products = rows.map(({ productId }) => productId)
  if ((await unknownProducts(tx, products)).length > 0) return refuse('no-such-product')
  if (at.visitId !== null && !(await queries.isVisitOf(tx, at.visitId, at.customerId)))
    return refuse('no-such-visit')
  const before = await queries.recordedBefore(tx, table, at.customerId, ids)
  const fresh = rows.filter(({ id }) => !before.has(id))
  if (fresh.length === 0) return { ids }
  const written = await insert(fresh)
  if (written.length < fresh.length) return refuse('already-there')
  changes.addAll(
    table,
    written.map((id) => ({ id, customerId: at.customerId })),
  )
  return { ids }
}

/** Withdraws a wrong count or write-off, or takes that back; it stays readable. */
export async function withdrawStock(
  services: Services,
  actor: Actor,
  table: queries.StockTable,
  { id, withdrawn }: { id: string; withdrawn: boolean },
): Promise<{ id: string } | Refusal> {
  return await inRegister(services, actor, 'withdraw-stock', 'visits.write', async ({ tx, changes }) => {
    const row = await queries.lockStock(tx, table, id)
    if (row === null) return refuse('not-found')
    if (row.withdrawn === withdrawn) return { id }
    await queries.setWithdrawn(tx, table, id, withdrawn)
    changes.add(table, id, row.customerId)
    return { id }
  })
}
