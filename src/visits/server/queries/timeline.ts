import { sql } from 'kysely'
import type { TimelineSource } from '../../../customers/server/queries/timeline-source.ts'

const noon = (day: string) => sql`(${sql.ref(day)}::timestamp + interval '12 hours') at time zone 'UTC'`

/** A visit when it was made, and one that was cancelled; planned ones stand among the visits. */
export const visitTimeline: TimelineSource = sql`
  select v.id, v.customer_id, e.at, 'visit' as kind, e.what, e.person_id, 'visit' as cause, null::uuid as batch_id,
    '{}'::jsonb as fields, null::text as subject,
    jsonb_strip_nulls(jsonb_build_object('on', e.day, 'plannedOn', v.planned_on, 'note', e.note, 'link', '/visits/' || v.id))
      as facts
  from visit v
  cross join lateral (values
    (case coalesce(v.outcome, '') when 'nobody-there' then 'nobody-there' when 'closed' then 'closed'
        when 'turned-away' then 'turned-away' else 'made' end,
      coalesce(v.checked_in_at, ${noon('v.visited_on')}), case when v.checked_in_at is null then v.visited_on end,
      v.person_id, v.note, v.visited_on is not null),
    ('cancelled', v.cancelled_at, null, v.cancelled_by, v.cancel_reason, v.cancel_cause = 'hand')
  ) as e (what, at, day, person_id, note, there)
  where e.there and v.customer_id = any `

/** A promise when it was made, and when it was kept or withdrawn. */
export const promiseTimeline: TimelineSource = sql`
  select m.id, m.customer_id, e.at, 'promise' as kind, e.what, e.person_id, 'promise' as cause, null::uuid as batch_id,
    '{}'::jsonb as fields, null::text as subject,
    jsonb_strip_nulls(jsonb_build_object('on', e.day, 'dueOn', e.due, 'note', e.note)) as facts
  from promise m
  cross join lateral (values
    (case when m.due_on is null then 'made' else 'made-until' end, ${noon('m.made_on')}, m.made_on, m.due_on, m.made_by, m.text),
    ('kept', ${noon('m.kept_on')}, m.kept_on, null::date, m.closed_by, concat_ws(' · ', m.text, m.outcome)),
    ('withdrawn', ${noon('m.withdrawn_on')}, m.withdrawn_on, null::date, m.closed_by, concat_ws(' · ', m.text, m.outcome))
  ) as e (what, at, day, due, person_id, note)
  where e.day is not null and m.customer_id = any `
