import { sql } from 'kysely'
import type { Closure } from '../../../customers/closures.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { activityOf } from '../../../ownership/server/queries/together.ts'
import type { Announcement, Exemption, ProtectionFacts } from '../../protection.ts'
import type { PoolSources } from './clocks.ts'
import { spansOf } from './exempt.ts'

/** Whose a customer is today; null: the pool's. */
export async function ownerOf(tx: Tx, customerId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select person_id as id from holder where organization_id = app.organization() and customer_id = ${customerId}
      and line = 'all' and role = 'owner' and seat = 0`.execute(tx)
  return rows[0]?.id ?? null
}

type Row = Omit<ProtectionFacts, 'closures' | 'exemptions' | 'announcement'> & {
  ownerId: string | null
  tier: string | null
  active: boolean
  closures: Closure[] | null
  exemptions: Exemption[] | null
  announcement: Announcement | null
}
export type KnownProtection = {
  readonly ownerId: string | null
  readonly tier: string | null
  readonly active: boolean
  readonly facts: ProtectionFacts
}

/** What the protection of one customer depends on, as far as the asker sees it; null for one that they don't see. */
export async function protectionFactsOf(
  tx: Tx,
  { facts, exemptions }: PoolSources,
  customerId: string,
  today: string,
): Promise<KnownProtection | null> {
  const { rows } = await sql<Row>`
    select h.person_id as "ownerId", c.tier::text as tier, c.status = 'active' as active, h.since_day::text as since,
      (select max(x.day)::text from (${activityOf(facts)}) x where x.customer_id = c.id and x.day <= ${today}::date)
        as "lastActivity",
      case jsonb_typeof(c.closures) when 'array' then c.closures end as closures,
      (select jsonb_agg(jsonb_build_object('from', x.from_day, 'until', x.until_day, 'because', x.because))
        from (${spansOf(exemptions)}) x where x.customer_id = c.id) as exemptions,
      (select jsonb_build_object('clockFrom', x.clock_from, 'announcedOn', x.announced_on, 'returnsOn', x.returns_on)
        from pool_announcement x where x.organization_id = app.organization() and x.customer_id = c.id
          and x.person_id = h.person_id order by x.announced_on desc limit 1) as announcement
    from customer c
    join holder h on h.organization_id = app.organization() and h.customer_id = c.id and h.line = 'all'
      and h.role = 'owner' and h.seat = 0
    where c.organization_id = app.organization() and c.id = ${customerId}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return null
  const { ownerId, tier, active, since, lastActivity, announcement } = row
  const spans = { closures: row.closures ?? [], exemptions: row.exemptions ?? [] }
  return { ownerId, tier, active, facts: { since, lastActivity, announcement, ...spans } }
}
