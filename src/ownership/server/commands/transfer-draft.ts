import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isOfTeam } from '../../receive.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { Day } from '../../../values/day.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import type { NewTransfer, Transfer } from '../../schema/transfer.ts'
import type { MovingRole } from '../../transfer.ts'
import { type Moving, peopleAsked, shareOut, transferDays } from '../../transfer-asked.ts'
import type { Facts } from '../queries/facts.ts'
import {
  type Candidate,
  candidatesIn,
  candidatesOf,
  salespeopleOfTerritories,
} from '../queries/transfer/candidates.ts'
import { seatsOfPerson } from '../queries/transfer/present.ts'
import { ownedToday } from '../queries/transfer/preview.ts'
import { readTransfer } from '../queries/transfer/read.ts'
import { insertLines, insertTransfer } from '../queries/transfer/store.ts'
import { mayTake, previewTransfer } from './transfer-preview.ts'

/**
 * Looks at a transfer (rule 2.5): who would get which customer, what moves along and what to mind. It is kept as a draft,
 * with everything it relied on, and changes nothing. Refuses successors who can't receive, and customers of others' teams.
 */
export async function draftTransfer(
  services: Services,
  facts: Facts,
  actor: Actor,
  asked: NewTransfer,
): Promise<Transfer | Refusal> {
  return await inRegister(
    services,
    actor,
    'draft-transfer',
    'customers.assign',
    async ({ tx, facts: register }) => {
      const from = (asked.from ?? register.today) as Day
      const days = { from, staysUntil: (asked.staysUntil ?? null) as Day | null }
      const people = peopleAsked(asked)
      const refusal =
        transferDays(days, register.today) ??
        wayRefused(asked, people) ??
        (await mayTake(tx, actor, people, from))
      if (refusal !== null) return refusal
      const book = 'book' in asked.customers ? asked.customers.book : null
      const moving = await movingOf(tx, asked, register, from)
      if (isRefusal(moving)) return moving
      const strangers = moving.filter(
        ({ roles, ownerId }) => roles.includes('owner') && !isOfTeam(actor, ownerId),
      )
      if (strangers.length > 0)
        return refuse('not-in-your-team', { rule: '10.1', facts: { count: strangers.length } })
      const lines = await linesOf(tx, asked, moving, book, from)
      if (lines.given.length === 0)
        return refuse(lines.alreadyTheirs > 0 ? 'nothing-changed' : 'nobody-to-transfer', { rule: '2.5' })
      const id = newId()
      const { reason = null, ...rest } = asked
      await insertTransfer(tx, {
        id,
        asked: rest,
        bookOf: book,
        ...days,
        reason: reason === '' ? null : reason,
      })
      await insertLines(tx, id, lines.given)
      await previewTransfer(tx, facts, id, lines.alreadyTheirs)
      return (await readTransfer(tx, id)) ?? refuse('not-found')
    },
  )
}

function wayRefused(asked: NewTransfer, people: readonly string[]): Refusal | null {
  if (asked.how === 'round-robin' && people.length === 0)
    return refuse('invalid-no-successor', { rule: '2.5' })
  if ('book' in asked.customers && people.includes(asked.customers.book))
    return refuse('invalid-own-successor', { rule: '2.5' })
  return null
}

type Found = Candidate & Moving

async function movingOf(
  tx: Tx,
  { customers }: NewTransfer,
  register: RegisterFacts,
  day: Day,
): Promise<Found[] | Refusal> {
  if (!('book' in customers)) {
    const found = await candidatesIn(tx, customers, register, day)
    const missing = 'ids' in customers ? new Set(customers.ids).size - found.length : 0
    if (missing > 0) return refuse('not-found', { facts: { missing } })
    return found.map((one) => ({ ...one, roles: ['owner'] }))
  }
  const { book, also = [] } = customers
  const found = await candidatesOf(tx, book, ['owner', ...also], day)
  const seats =
    also.length === 0
      ? new Map<string, MovingRole[]>()
      : await seatsOfPerson(
          tx,
          found.map(({ customerId }) => customerId),
          book,
          also,
          day,
        )
  return found.flatMap((one) => {
    const owns: MovingRole[] = one.ownerId === book ? ['owner'] : []
    const roles = [...owns, ...(seats.get(one.customerId) ?? [])]
    return roles.length === 0 ? [] : [{ ...one, roles }]
  })
}

async function linesOf(tx: Tx, asked: NewTransfer, moving: readonly Found[], book: string | null, day: Day) {
  const territories =
    asked.how === 'territory' ? await salespeopleOfTerritories(tx, day) : new Map<string, string[]>()
  const capped = (asked.successors ?? []).filter(({ atMost }) => atMost !== undefined)
  const owned = await ownedToday(
    tx,
    capped.map(({ personId }) => personId),
  )
  const has = (person: string) =>
    owned.filter(({ personId }) => personId === person).reduce((sum, { customers }) => sum + customers, 0)
  const successors = (asked.successors ?? []).map(({ personId, atMost }) => ({
    personId,
    room: atMost === undefined ? null : Math.max(0, atMost - has(personId)),
  }))
  const { given, alreadyTheirs } = shareOut(asked, moving, successors, territories, book)
  const byId = new Map(moving.map((one) => [one.customerId, one]))
  return {
    alreadyTheirs,
    given: given.flatMap((one) => {
      const known = byId.get(one.customerId)
      if (known === undefined) return []
      const { roles, ownerId, ordinal, status } = known
      return [{ ...one, roles, formerId: book ?? ownerId, ordinal, status }]
    }),
  }
}
