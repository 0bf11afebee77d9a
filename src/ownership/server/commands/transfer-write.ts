import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import { sumOf } from '../../transfer-preview.ts'
import { type ChangedReason, changedSince, entriesOfLine } from '../../transfer.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { type NewEntry, lockLedger, recordEntries } from '../queries/ledger.ts'
import { freeBackupSeats, heldSeats, presentLines, takeCustomers } from '../queries/transfer/present.ts'
import { ownedToday } from '../queries/transfer/preview.ts'
import { readTransfer } from '../queries/transfer/read.ts'
import { type TransferRow, keepBatch } from '../queries/transfer/store.ts'
import { refusalToMove } from './may-move.ts'
import { tellOfBatch } from './tell-of-batch.ts'
import { mayTake } from './transfer-preview.ts'

/**
 * Writes the lines of a transfer into the ledger as one batch if they still are what was looked at (rule 2.5). Tells
 * `written` how many entries there are so far, if somebody wants to know.
 */
export async function writeTransfer(
  tx: Tx,
  changes: Changes,
  register: Pick<RegisterFacts, 'actor' | 'today'>,
  transfer: TransferRow,
  written?: (entries: number) => Promise<void>,
): Promise<Refusal | null> {
  const { id } = transfer
  const { actor, today } = register
  const from = transfer.fromDay as Day
  if (from < today) return refuse('day-passed', { rule: '2.5', facts: { day: from } })
  const customers = await takeCustomers(tx, id)
  await lockLedger(tx, customers)
  const unmovable = await refusalToMove(tx, actor, customers)
  if (unmovable !== null) return unmovable
  const lines = await presentLines(tx, id, from)
  const held = await heldSeats(tx, id, from)
  const changed = changedLines(lines, held)
  if (changed !== null) return changed
  const people = [...new Set(lines.flatMap(({ line }) => line.successorId ?? []))]
  const refusal = (await mayTake(tx, actor, people, from)) ?? (await fullSince(tx, transfer))
  if (refusal !== null) return refusal
  const staysUntil = transfer.staysUntil as Day | null
  const free = staysUntil === null ? new Map<string, number>() : await freeBackupSeats(tx, id)
  const entries = lines.flatMap(({ line, present }): NewEntry[] =>
    entriesOfLine(
      line,
      held.get(line.customerId) ?? [],
      { from, staysUntil },
      { ownerId: present?.ownerId ?? null, freeSeat: free.get(line.customerId) ?? 0 },
    ),
  )
  const batch = {
    cause: 'transfer',
    note: transfer.reason ?? undefined,
    about: { kind: 'transfer', id },
    today,
    written,
  }
  const batchId = await recordEntries(tx, changes, batch, entries)
  if (batchId === null) return refuse('nobody-to-transfer', { rule: '2.5' })
  await keepBatch(tx, id, batchId)
  await tellOfBatch(tx, changes, register, batchId)
  const count = new Set(entries.map(({ customerId }) => customerId)).size
  const all = `/api/customers?batch=${batchId}`
  await emit(tx, 'transfer.committed', { transferId: id, batchId, count, all })
  return null
}

/** The first reason why lines are no longer as they were looked at, with how many and one of them. */
function changedLines(
  lines: Awaited<ReturnType<typeof presentLines>>,
  held: Awaited<ReturnType<typeof heldSeats>>,
): Refusal | null {
  const changed = new Map<ChangedReason, string[]>()
  for (const { line, present } of lines) {
    const why = changedSince(line, present, held.get(line.customerId) ?? [])
    if (why === null) continue
    const others = changed.get(why)
    if (others === undefined) changed.set(why, [line.customerId])
    else others.push(line.customerId)
  }
  const [first] = changed
  if (lines.length === 0) return refuse('nobody-to-transfer', { rule: '2.5' })
  if (first === undefined) return null
  const [why, customers] = first
  const all = [...changed.values()].reduce((sum, { length }) => sum + length, 0)
  return refuse(why === 'without-successor' ? why : `changed-${why}`, {
    rule: '2.5',
    facts: { count: customers.length, customerId: customers[0] ?? '', changed: all },
  })
}

/** Who was to stay within a number of customers and wouldn't any more, having been given others since. */
async function fullSince(tx: Tx, transfer: TransferRow): Promise<Refusal | null> {
  const preview = await readTransfer(tx, transfer.id)
  const capped =
    preview?.successors.filter(({ atMost, after }) => atMost !== null && sumOf(after) <= atMost) ?? []
  const owned = await ownedToday(
    tx,
    capped.map(({ person }) => person.id),
  )
  for (const { person, before, after, atMost } of capped) {
    const has = owned
      .filter(({ personId }) => personId === person.id)
      .reduce((sum, { customers }) => sum + customers, 0)
    const will = has + sumOf(after) - sumOf(before)
    if (will > (atMost ?? 0))
      return refuse('successor-full', {
        rule: '2.5',
        facts: { personId: person.id, count: will - (atMost ?? 0) },
      })
  }
  return null
}
