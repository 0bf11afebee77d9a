import { sql } from 'kysely'
import type { TimelineSource } from '../../../customers/server/queries/timeline-source.ts'

/** Orders and returns on the customer's timeline, on the day they were made, and again where one was cancelled. */
export const orderTimeline: TimelineSource = sql`
  select o.id, o.customer_id, t.day + time '12:00' at time zone 'UTC' as at, 'order' as kind, t.what, t.person as person_id,
    'order' as cause, null::uuid as batch_id, '{}'::jsonb as fields, o.code as subject,
    jsonb_build_object('on', t.day, 'amountMinor', abs(o.goods_minor), 'currency', o.currency, 'link', '/orders/' || o.id,
      'note', t.note) as facts
  from sales_order o
  cross join lateral (
    select o.ordered_on as day, case o.kind when 'return' then 'returned' else 'ordered' end as what,
      coalesce(o.person_id, o.recorded_by) as person, o.reason as note
    union all
    select o.cancelled_on, 'cancelled', null::uuid, o.cancel_reason where o.cancelled_on is not null
  ) t
  where o.customer_id = any `
