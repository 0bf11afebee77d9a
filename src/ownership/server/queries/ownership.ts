import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { Day } from '../../../values/day.ts'
import { lanesOf } from '../../lanes.ts'
import { type Period, wholeCustomer } from '../../ledger.ts'
import type { Holding, OwnerAnswer, OwnerOn, Ownership } from '../../schema/history.ts'
import { type KnownEntry, entriesOf, lastKnown } from './history.ts'
import { type Named, customerNamed, peopleNamed } from './people-named.ts'

type People = ReadonlyMap<string, Named>

function holding({ entry, from, until }: Period<KnownEntry>, people: People): Holding {
  const { id, batchId, cause, note, knownAt, about, personId, recordedBy } = entry
  const named = (who: string | null) => (who === null ? null : (people.get(who) ?? null))
  return {
    entryId: id,
    batchId,
    from,
    until,
    person: named(personId),
    cause,
    reason: note,
    by: named(recordedBy),
    knownAt,
    about,
  }
}

async function peopleIn(tx: Tx, entries: readonly KnownEntry[]): Promise<People> {
  return await peopleNamed(
    tx,
    entries.flatMap(({ personId, recordedBy }) => [personId, recordedBy]),
  )
}

/** A customer's lanes as known at an instant, by default now (rules 2.1 and 2.7); not-found when the asker doesn't see it. */
export async function ownershipOf(
  tx: Tx,
  id: string,
  today: Day,
  knownAt: string | null,
): Promise<Omit<Ownership, 'whyNot'> | Refusal> {
  if ((await customerNamed(tx, id)) === null) return refuse('not-found')
  const known = await lastKnown(tx, knownAt)
  const all = await entriesOf(tx, [id])
  const entries = all.filter((entry) => known !== null && entry.knownAt <= known)
  const people = await peopleIn(tx, entries)
  return {
    today,
    knownAt: known,
    recorded: [...new Set(all.map((entry) => entry.knownAt))].toSorted(),
    lanes: lanesOf(entries).map(({ line, role, seat, periods, replaced }) => ({
      line,
      role,
      seat,
      periods: periods.map((period) => holding(period, people)),
      replaced: replaced.map((entry) => holding({ entry, from: entry.from, until: null }, people)),
    })),
  }
}

/** Who was responsible for a customer, named by id or code, on a day, by what was known at an instant. */
export async function ownerOnDay(
  tx: Tx,
  { customer, on, line = wholeCustomer, knownAt }: OwnerOn,
  today: Day,
): Promise<OwnerAnswer | Refusal> {
  const found = await customerNamed(tx, customer)
  if (found === null) return refuse('not-found')
  const day = (on ?? today) as Day
  const known = await lastKnown(tx, knownAt ?? null)
  const entries = known === null ? [] : await entriesOf(tx, [found.id], known)
  const people = await peopleIn(tx, entries)
  const holds = lanesOf(entries).flatMap((lane) => {
    const period = lane.periods.findLast(({ from }) => from <= day)
    return period === undefined ? [] : [{ ...lane, holding: holding(period, people) }]
  })
  const owners = holds.filter(({ role }) => role === 'owner')
  const own = owners.find((lane) => lane.line === line) ?? owners.find((lane) => lane.line === wholeCustomer)
  return {
    customer: found,
    on: day,
    knownAt: known,
    registered: own !== undefined,
    owner: own?.holding ?? null,
    others: holds
      .filter((lane) => lane.role !== 'owner' && lane.holding.person !== null)
      .map(({ role, holding: held }) => ({ role, holding: held })),
  }
}
