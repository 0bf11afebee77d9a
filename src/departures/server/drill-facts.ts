import { lacks } from '../../people/permissions.ts'
import { measureOf } from '../../ownership/server/queries/coverage-rules.ts'
import type { Measure } from '../../ownership/server/queries/coverage.ts'
import type { Facts } from '../../ownership/server/queries/facts.ts'
import { type Named, membersOf, namedAmong } from '../../ownership/server/queries/members.ts'
import { holdingCapsOf } from '../../ownership/server/queries/together.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { type CadenceRules, cadenceRulesFrom } from '../../visits/cadence-rules.ts'
import type { AskDrill } from '../schema.ts'
import { type BookRow, bookOf } from './queries/book.ts'
import { type CandidateRow, type ServedRow, candidatesFor, ownedBy, servedBy } from './queries/candidates.ts'
import { capsOf, confidential, keptCadence } from './queries/company.ts'
import { type Tie, tiesOf } from './queries/ties.ts'

/** More customers than this are planned for by dividing who leaves. */
export const mostCustomers = 3000

/** All that a drill is made of, as the asker may see it. */
export type DrillFacts = {
  readonly measure: Measure
  readonly cadence: CadenceRules
  readonly leavers: readonly Named[]
  readonly book: readonly BookRow[]
  readonly ties: readonly Tie[]
  readonly candidates: readonly CandidateRow[]
  readonly served: readonly ServedRow[]
  readonly owned: readonly { personId: string; tier: string | null; customers: number }[]
  readonly caps: readonly { tier: string; most: number }[]
  /** How many of those who leave have signed to keep things confidential; null where the asker may not know. */
  readonly agreed: number | null
}

/** Reads a drill's facts; refuses people who aren't there, and more customers than one plan holds. */
export async function drillFacts(
  tx: Tx,
  actor: Actor,
  asked: AskDrill,
  { facts, now }: { facts: Facts; now: Date },
): Promise<DrillFacts | Refusal> {
  const measure = await measureOf(tx, facts, now)
  const leavers = await leaversOf(tx, asked, measure)
  if (leavers === null) return refuse('not-found')
  const ids = leavers.map(({ id }) => id)
  const book = await bookOf(tx, measure, ids)
  if (book.length > mostCustomers)
    return refuse('too-many-customers', {
      rule: '3.11',
      facts: { customers: book.length, most: mostCustomers },
    })
  const ties = await tiesOf(
    tx,
    measure,
    book.map(({ id }) => id),
  )
  const candidates = await candidatesFor(tx, ids, {
    today: measure.today,
    tied: [...new Set(ties.map(({ personId }) => personId))],
    named: [...(asked.fixed ?? []).map(({ personId }) => personId), ...(asked.tierAOnly ?? [])],
    territories: [...new Set(book.flatMap(({ territoryId }) => territoryId ?? []))],
  })
  const takers = candidates.map(({ id }) => id)
  return {
    measure,
    cadence: cadenceRulesFrom(await keptCadence(tx)),
    leavers,
    book,
    ties,
    candidates,
    served: await servedBy(tx, takers),
    owned: await ownedBy(tx, takers),
    caps: await capsOf(tx, holdingCapsOf(facts)),
    agreed: lacks(actor, 'people.agreements') === null ? (await confidential(tx, ids)).length : null,
  }
}

async function leaversOf(tx: Tx, { people, team }: AskDrill, { today }: Measure): Promise<Named[] | null> {
  const ids =
    team === undefined ? [...new Set(people)] : ((await membersOf(tx, 'team', team, today))?.people ?? [])
  const found = (await namedAmong(tx, ids)).filter(({ kind }) => kind === 'person')
  return found.length === 0 || found.length < ids.length ? null : found
}
