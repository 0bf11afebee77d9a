import type { Day } from '../values/day.ts'
import { addDays } from '../values/calendar.ts'
import { type Refusal, refuse } from '../values/refusal.ts'
import {
  type Given,
  type Movable,
  type Successor,
  distribute,
  distributeByHand,
  distributeByTerritory,
} from './distribute.ts'
import type { NewTransfer } from './schema/transfer.ts'
import type { MovingRole } from './transfer.ts'

/** Whether the days of a transfer make sense today: not in the past, within two years, a stay not before its start. */
export function transferDays(
  { from, staysUntil }: { from: Day; staysUntil: Day | null },
  today: Day,
): Refusal<'invalid-past' | 'invalid-too-far' | 'invalid-span'> | null {
  if (from < today) return refuse('invalid-past', { rule: '2.5' })
  if (from > addDays(today, 731)) return refuse('invalid-too-far', { rule: '2.5' })
  if (staysUntil !== null && (staysUntil < from || staysUntil > addDays(from, 731)))
    return refuse('invalid-span', { rule: '2.5' })
  return null
}

/** Everybody a transfer names as successor, each once. */
export function peopleAsked({ successors = [], lines = [], how }: NewTransfer): string[] {
  const chosen = how === 'by-hand' ? lines : successors
  return [...new Set(chosen.map(({ personId }) => personId))]
}

/** A customer with what may change hands of it. */
export type Moving = Movable & { readonly roles: readonly MovingRole[] }
type Shared = { readonly given: readonly Given[]; readonly alreadyTheirs: number }

/**
 * Shares customers out as asked. Those that nobody but their owner could get stay where they are and are counted, so in
 * sharing out by territory all that a salesperson of the territory owns; of a book, everything moves. Seats as backup and
 * sponsor are shared out beside the owners' and don't count for how many somebody may own.
 */
export function shareOut(
  asked: NewTransfer,
  moving: readonly Moving[],
  successors: readonly Successor[],
  territories: ReadonlyMap<string, readonly string[]>,
  book: string | null,
): Shared {
  const people = new Map([...territories].map(([id, all]) => [id, all.filter((one) => one !== book)]))
  const stays = (customer: Moving) => staysThere(asked, customer, successors, people)
  const going = moving.filter((customer) => !stays(customer))
  const owners = share(
    asked,
    going.filter(({ roles }) => roles.includes('owner')),
    successors,
    people,
  )
  const seats = share(
    asked,
    going.filter(({ roles }) => !roles.includes('owner')),
    successors.map(({ personId }) => ({ personId, room: null })),
    people,
  )
  return { given: [...owners, ...seats], alreadyTheirs: moving.length - going.length }
}

function share(
  { how, lines = [] }: NewTransfer,
  customers: readonly Moving[],
  successors: readonly Successor[],
  territories: ReadonlyMap<string, readonly string[]>,
): Given[] {
  if (how === 'territory') return distributeByTerritory(customers, territories, successors)
  if (how === 'round-robin') return distribute(customers, successors)
  return distributeByHand(customers, new Map(lines.map(({ customerId, personId }) => [customerId, personId])))
}

function staysThere(
  { how, lines = [] }: NewTransfer,
  { customerId, ownerId, territoryId }: Moving,
  successors: readonly Successor[],
  territories: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (ownerId === null) return false
  if (how === 'territory') return territories.get(territoryId ?? '')?.includes(ownerId) ?? false
  if (how === 'round-robin') return successors.every(({ personId }) => personId === ownerId)
  return lines.some((line) => line.customerId === customerId && line.personId === ownerId)
}
