import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { CollisionStage } from '../../collision.ts'

/** The last event of `collision k` that leads to a stage, laterally as `s`. */
export const lastStage = sql`cross join lateral (
    select e.stage, e.due_day, e.person_id, e.number, e.act from collision_event e
    where e.organization_id = k.organization_id and e.collision_id = k.id and e.stage is not null
    order by e.number desc limit 1
  ) s`

/** The customer of `collision k`, or the entry that it was merged into. */
export const keptCustomer = sql`coalesce((select m.kept_id from merged_customer m
    where m.organization_id = k.organization_id and m.customer_id = k.customer_id), k.customer_id)`

export type OpenCollision = { id: string; customerId: string; stage: 'open' | 'appealed'; openedOn: Day }

/**
 * The cases about these customers that wait for a ruling or for the decision on an appeal. While there is one, the ledger
 * stays as it is and the clocks of protection and pool stand still (rules 2.3, 2.4). One statement for any number.
 */
export async function openCollisions(tx: Tx, customerIds: readonly string[]): Promise<OpenCollision[]> {
  const { rows } = await sql<OpenCollision>`
    select k.id, ${keptCustomer} as "customerId", s.stage,
      (select e.on_day from collision_event e where e.organization_id = k.organization_id
        and e.collision_id = k.id and e.number = 1) as "openedOn"
    from collision k ${lastStage}
    where k.organization_id = app.organization() and s.stage in ('open', 'appealed')
      and (k.customer_id = any (${[...customerIds]}::uuid[]) or exists (select from merged_customer m
        where m.organization_id = k.organization_id and m.customer_id = k.customer_id
          and m.kept_id = any (${[...customerIds]}::uuid[])))
    order by k.id`.execute(tx)
  return rows
}

/** The case that is open about a customer; null when there is none. */
export async function liveCaseOf(tx: Tx, customerId: string): Promise<string | null> {
  const [live] = await openCollisions(tx, [customerId])
  return live?.id ?? null
}

/** What a case is decided by. */
export type CaseRow = {
  id: string
  customerId: string
  openedAt: string
  openedBy: string | null
  stage: CollisionStage
  dueOn: Day | null
  holderId: string | null
  ruledBy: string | null
  ruledByPrincipal: boolean
}

/** Cases as they stand, by their ids; those of another company aren't there. */
export async function casesWith(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select k.id, x.kept as "customerId", k.opened_at as "openedAt", k.opened_by as "openedBy", s.stage,
      s.due_day as "dueOn", h.person_id as "holderId", r.person_id as "ruledBy",
      exists (select from person_role p where p.organization_id = k.organization_id and p.person_id = r.person_id
        and p.role = 'principal') as "ruledByPrincipal"
    from collision k ${lastStage}
    cross join lateral (select ${keptCustomer} as kept) x
    left join holder h on h.organization_id = k.organization_id and h.customer_id = x.kept
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
    left join lateral (select e.person_id from collision_event e where e.organization_id = k.organization_id
      and e.collision_id = k.id and e.act = 'ruled' limit 1) r on true
    where k.organization_id = app.organization() and k.id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

export type ClaimRow = {
  id: string
  collisionId: string
  personId: string
  entryId: string | null
  receivedOn: Day
  receivedAt: string
  claimedOn: Day | null
  acceptedOn: Day | null
  completeness: number
  withdrawn: boolean
  heard: boolean
}

const about = (act: string) => sql`exists (select from collision_event e
    where e.organization_id = c.organization_id and e.claim_id = c.id and e.act = ${act})`

/** Who claims, since when and how completely, in the order in which they came. */
export async function claimsOf(tx: Tx, ids: readonly string[]): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select c.id, c.collision_id as "collisionId", c.person_id as "personId", c.entry_id as "entryId",
      c.received_on as "receivedOn", to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "receivedAt",
      c.claimed_on as "claimedOn", case when ${about('day-accepted')} then c.claimed_on end as "acceptedOn",
      c.completeness, ${about('withdrawn')} as withdrawn,
      exists (select from collision_event e where e.organization_id = c.organization_id
        and e.collision_id = c.collision_id and e.person_id = c.person_id and e.act = 'evidence') as heard
    from collision_claim c
    where c.organization_id = app.organization() and c.collision_id = any (${[...ids]}::uuid[])
    order by c.received_at, c.id`.execute(tx)
  return rows
}

/**
 * Lets one command after the other act on the cases about these customers. Not by their rows, because whoever claims may
 * not change these and so can't lock them.
 */
export async function lockCases(tx: Tx, customers: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(app.organization() || ' ' || c, 3)) from (
      select distinct c from unnest(${[...customers]}::uuid[]) as c order by 1 offset 0
    ) as ordered`.execute(tx)
}
