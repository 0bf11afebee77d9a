import { recordHistory } from '../queries/history.ts'
import { type Row, diffOf, updateCustomer } from '../queries/save.ts'
import { derivedFrom } from './derived.ts'
import type { Work } from './in-register.ts'

/**
 * Saves columns of a locked customer with what follows from them, the history entry and the change feed. Answers the
 * version; nothing is written when nothing really changes.
 */
export async function saveCustomer(
  { tx, changes, facts }: Work,
  row: Row,
  columns: Readonly<Record<string, unknown>>,
  more: { cause: string; batchId?: string },
): Promise<number> {
  const derived = await derivedFrom(tx, row, columns, facts.country)
  const diff = diffOf(row, { ...columns, ...derived })
  if (Object.keys(diff).length === 0) return row.version
  const saved = Object.fromEntries(Object.entries(diff).map(([name, [, value]]) => [name, value]))
  const version = await updateCustomer(tx, row.id, saved, facts.today)
  changes.add('customer', row.id, row.id)
  const entity = { customerId: row.id, entity: 'customer', entityId: row.id } as const
  await recordHistory(tx, [{ ...entity, act: 'changed', fields: diff, ...more }])
  return version
}
