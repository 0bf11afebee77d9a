import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Day } from '../../../values/day.ts'
import { type Entry, periodsOf, wholeCustomer } from '../../ledger.ts'
import { pointsToUndo } from '../../undo.ts'
import { type SeatOf, bySeat } from '../../seats.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { type NewEntry, recordEntries } from '../queries/ledger.ts'
import { leftAmong } from '../queries/holders.ts'
import { type LockedBatch, lockBatch } from './lock-batch.ts'
import { refusalToMove } from './may-move.ts'
import { tellOfBatch } from './tell-of-batch.ts'

export type Undone = { batchId: string | null; customers: number }

/**
 * Takes a batch of the ledger back with a batch of its own (rules 2.1, 2.5): afterwards every day is answered as before it.
 * All or nothing: refused with the number of customers to whom something happened since. May itself be undone.
 */
export async function undoBatch(
  services: Services,
  actor: Actor,
  batchId: string,
  reason?: string,
): Promise<Undone | Refusal> {
  return await inRegister(services, actor, 'undo-ledger-batch', 'customers.assign', async (in_) => {
    const { tx, changes, facts } = in_
    const locked = await lockBatch(in_, batchId)
    if (isRefusal(locked)) return locked
    const { customers, around, transferId } = locked
    const entries = entriesToUndo(around, batchId)
    if (isRefusal(entries)) return entries
    const isOwner = entries.some(({ role }) => role === 'owner')
    const refusal =
      (isOwner ? await refusalToMove(tx, actor, customers) : null) ??
      (await refusalToReturn(tx, locked, entries, facts.today))
    if (refusal !== null) return refusal
    const batch = { cause: 'undo', note: reason, about: { kind: 'batch', id: batchId }, today: facts.today }
    const undone = await recordEntries(tx, changes, batch, entries)
    await tellOfBatch(tx, changes, facts, undone)
    if (transferId !== null && undone !== null)
      await emit(tx, 'transfer.undone', { transferId, batchId: undone, count: customers.length })
    return { batchId: undone, customers: customers.length }
  })
}

/** A ruling is answered by an appeal, not taken back; and nobody who has left is given customers again (rule 2.9). */
async function refusalToReturn(
  tx: Tx,
  { cause, around }: LockedBatch,
  entries: readonly NewEntry[],
  today: Day,
): Promise<Refusal | null> {
  if (cause === 'ruling') return refuse('ruled', { rule: '2.3' })
  const left = await leftAmong(tx, [...sittingFrom(around, entries, today)], today)
  return left.length === 0
    ? null
    : refuse('has-left', { rule: '2.9', facts: { count: left.length, personId: left[0] ?? '' } })
}

/** Who would sit on a seat today or later by these entries. */
function sittingFrom(
  around: readonly (Entry & SeatOf)[],
  entries: readonly NewEntry[],
  today: Day,
): Set<string> {
  const added = entries.map((entry, index) => ({
    ...entry,
    from: entry.from as Day,
    line: entry.line ?? wholeCustomer,
    ordinal: around.length + index + 1,
    batchId: '',
  }))
  const people = new Set<string>()
  for (const ofSeat of bySeat([...around, ...added]).values()) {
    for (const { entry, until } of periodsOf(ofSeat)) {
      const reaches = until === null || until > today
      if (reaches && entry.batchId === '' && entry.personId !== null) people.add(entry.personId)
    }
  }
  return people
}

/** The entries that take a batch back, or the first reason why not with the number of customers it holds for. */
export function entriesToUndo(all: readonly (Entry & SeatOf)[], batchId: string): NewEntry[] | Refusal {
  const entries: NewEntry[] = []
  const refused = new Map<string, Set<string>>()
  for (const [seat, ofSeat] of bySeat(all)) {
    const points = pointsToUndo(ofSeat, batchId)
    if (isRefusal(points)) {
      const who = refused.get(points.refused) ?? new Set()
      refused.set(points.refused, who.add(seat.customerId))
    } else entries.push(...points.map((point) => ({ ...seat, ...point })))
  }
  const [first] = refused
  if (first === undefined) return entries
  const [code, customers] = first
  return refuse(code, { rule: '2.5', facts: { count: customers.size, customerId: [...customers][0] ?? '' } })
}
