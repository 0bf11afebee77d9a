import { sql } from 'kysely'
import type { FactSource } from '../../../ownership/server/queries/facts.ts'

/**
 * What visits tell. Whoever met somebody there knows the customer, and so does a companion who confirmed it (rule 3.5); a
 * closed door is no acquaintance (rule 2.6), but somebody did go there (rule 2.4). What is planned ahead and what was
 * promised goes along when the customer moves (rule 2.5).
 */
export const visitFacts: FactSource = {
  name: 'visits',
  touches: sql`
    select v.customer_id, v.person_id, v.visited_on as day, 'visit'::text as kind
    from visit v where v.organization_id = app.organization() and v.visited_on is not null
      and v.outcome is distinct from 'nobody-there' and v.outcome is distinct from 'closed'
    union all
    select v.customer_id, k.person_id, v.visited_on as day, 'visit'::text as kind
    from visit_companion k join visit v on v.organization_id = k.organization_id and v.id = k.visit_id
    where k.organization_id = app.organization() and k.confirmed_at is not null and v.visited_on is not null
      and v.outcome is distinct from 'nobody-there' and v.outcome is distinct from 'closed'`,
  activity: sql`
    select v.customer_id, v.visited_on as day from visit v
    where v.organization_id = app.organization() and v.visited_on is not null`,
  openWork: sql`
    select v.customer_id, 'visits'::text as kind, 1::bigint as count, null::bigint as amount_minor, null::text as currency
    from visit v where v.organization_id = app.organization() and v.visited_on is null and v.cancelled_at is null
      and v.planned_on >= (select app.today())
    union all
    select m.customer_id, 'promises'::text as kind, 1::bigint as count, null::bigint as amount_minor, null::text as currency
    from promise m where m.organization_id = app.organization() and m.kept_on is null and m.withdrawn_on is null`,
}
