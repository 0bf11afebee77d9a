import { sql } from 'kysely'
import type { TimelineSource } from '../../../customers/server/queries/timeline-source.ts'
import type { FactSource } from '../../../ownership/server/queries/facts.ts'

/** What complaints tell ownership: who took one dealt with the customer, and open ones go along with it (rule 8.2). */
export const complaintFacts: FactSource = {
  name: 'complaints',
  touches: sql`
    select c.customer_id, c.taken_by as person_id, c.raised_on as day, 'complaint'::text as kind
    from complaint c where c.organization_id = app.organization() and c.taken_by is not null`,
  openWork: sql`
    select c.customer_id, 'complaints'::text as kind, 1::bigint as count, null::bigint as amount_minor,
      null::text as currency
    from complaint c where c.organization_id = app.organization() and c.resolved_on is null`,
}

const noon = (day: string) => sql`(${sql.ref(day)}::timestamp + interval '12 hours') at time zone 'UTC'`

/** A complaint when it was raised and when it was resolved. */
export const complaintTimeline: TimelineSource = sql`
  select c.id, c.customer_id, e.at, 'complaint' as kind, e.what, e.person_id, 'complaint' as cause, null::uuid as batch_id,
    '{}'::jsonb as fields, e.subject, jsonb_build_object('on', e.day, 'dueOn', c.due_on, 'note', e.note) as facts
  from complaint c
  cross join lateral (values
    ('raised', ${noon('c.raised_on')}, c.raised_on, c.taken_by, c.kind, c.text),
    ('resolved', ${noon('c.resolved_on')}, c.resolved_on, c.resolved_by, c.kind, c.remedy)
  ) as e (what, at, day, person_id, subject, note)
  where e.day is not null and c.customer_id = any `
