import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import type { LedgerRole } from './ledger.ts'

export const movingRoles = ['owner', 'backup', 'sponsor'] as const
export type MovingRole = (typeof movingRoles)[number]

/** A line of a transfer as it was looked at: the customer, what changes hands, between whom, and what that relied on. */
export type Line = {
  readonly customerId: string
  readonly roles: readonly MovingRole[]
  readonly formerId: string | null
  readonly successorId: string | null
  /** The newest entry of the owner's seat: another one means that somebody decided since. */
  readonly ordinal: number
  readonly status: string
}
/** The customer of a line as it is now; null when it is no longer there to be given. */
export type Present = { readonly status: string; readonly ordinal: number; readonly ownerId: string | null }

/** Why a transfer is no longer what was looked at. */
export const changedReasons = [
  'gone',
  'status-changed',
  'owner-changed',
  'seat-changed',
  'without-successor',
] as const
export type ChangedReason = (typeof changedReasons)[number]

/** A backup's or sponsor's seat that one of the two of a line holds on the day. */
export type HeldSeat = { readonly role: MovingRole; readonly seat: number; readonly personId: string }

/** What of a line isn't as it was when somebody looked at it (rule 2.5); null when it all is. */
export function changedSince(
  line: Line,
  present: Present | null,
  held: readonly HeldSeat[],
): ChangedReason | null {
  if (present === null) return 'gone'
  if (present.status !== line.status) return 'status-changed'
  const isOwners = line.roles.includes('owner') && present.ownerId !== line.formerId
  if (isOwners || present.ordinal !== line.ordinal) return 'owner-changed'
  const holds = (role: MovingRole) =>
    held.some((seat) => seat.role === role && seat.personId === line.formerId)
  if (!line.roles.every((role) => role === 'owner' || holds(role))) return 'seat-changed'
  return line.successorId === null ? 'without-successor' : null
}

type Made = {
  readonly customerId: string
  readonly role: LedgerRole
  readonly seat: number
  readonly from: Day
  readonly personId: string | null
}
export type Span = { readonly from: Day; readonly staysUntil: Day | null }

/**
 * What a line writes into the ledger. Whoever becomes the owner is no longer the backup or sponsor of the same customer;
 * of a book's other seats those stay empty that the successor can't take, being there already; and the former owner stays
 * as backup until the day that was agreed, on the free seat.
 */
export function entriesOfLine(
  { customerId, roles, formerId, successorId }: Line,
  held: readonly HeldSeat[],
  { from, staysUntil }: Span,
  present: { readonly ownerId: string | null; readonly freeSeat: number },
): Made[] {
  const owns = roles.includes('owner')
  const ownerAfter = owns ? successorId : present.ownerId
  const entries: Made[] = owns ? [{ customerId, role: 'owner', seat: 0, from, personId: successorId }] : []
  for (const { role, seat, personId } of held) {
    if (personId === successorId && owns) entries.push({ customerId, role, seat, from, personId: null })
    if (personId !== formerId || !roles.includes(role)) continue
    const there = held.some((other) => other.role === role && other.personId === successorId)
    const takes = successorId !== ownerAfter && !there
    entries.push({ customerId, role, seat, from, personId: takes ? successorId : null })
  }
  if (!owns || formerId === null || staysUntil === null) return entries
  const backup = { customerId, role: 'backup', seat: present.freeSeat } as const
  return [
    ...entries,
    { ...backup, from, personId: formerId },
    { ...backup, from: addDays(staysUntil, 1), personId: null },
  ]
}
