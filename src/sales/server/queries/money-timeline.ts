import { sql } from 'kysely'
import type { TimelineSource } from '../../../customers/server/queries/timeline-source.ts'

const noon = (day: string) => sql.raw(`(${day} + time '12:00') at time zone 'UTC'`)

/** Invoices, payments and what became of them, on the customer's timeline. */
export const moneyTimeline: readonly TimelineSource[] = [
  sql`
    select r.id, r.customer_id, ${noon('r.issued_on')} as at, 'money' as kind, r.kind as what, r.recorded_by as person_id,
      'money' as cause, null::uuid as batch_id, '{}'::jsonb as fields, r.code as subject,
      jsonb_build_object('on', r.issued_on, 'dueOn', r.due_on, 'amountMinor', abs(r.amount_minor), 'currency', r.currency,
        'note', r.note) as facts
    from receivable r where r.customer_id = any `,
  sql`
    select r.id, r.customer_id, ${noon('r.cancelled_on')} as at, 'money' as kind, 'cancelled' as what, r.cancelled_by as person_id,
      'money' as cause, null::uuid as batch_id, '{}'::jsonb as fields, r.code as subject,
      jsonb_build_object('on', r.cancelled_on, 'note', r.cancel_reason) as facts
    from receivable r where r.cancelled_on is not null and r.customer_id = any `,
  sql`
    select r.id, r.customer_id, ${noon('r.disputed_on')} as at, 'money' as kind, 'disputed' as what, r.disputed_by as person_id,
      'money' as cause, null::uuid as batch_id, '{}'::jsonb as fields, r.code as subject,
      jsonb_build_object('on', r.disputed_on, 'note', r.dispute_note) as facts
    from receivable r where r.disputed_on is not null and r.customer_id = any `,
  sql`
    select p.id, p.customer_id, ${noon('p.paid_on')} as at, 'money' as kind,
      case when p.collected_by is null then 'paid' else 'collected' end as what,
      coalesce(p.collected_by, p.recorded_by) as person_id, 'money' as cause, null::uuid as batch_id, '{}'::jsonb as fields,
      p.code as subject, jsonb_build_object('on', p.paid_on, 'amountMinor', p.amount_minor, 'currency', p.currency,
        'note', p.note) as facts
    from payment p where p.customer_id = any `,
  sql`
    select p.id, p.customer_id, ${noon('p.voided_on')} as at, 'money' as kind, 'voided' as what, p.voided_by as person_id,
      'money' as cause, null::uuid as batch_id, '{}'::jsonb as fields, p.code as subject,
      jsonb_build_object('on', p.voided_on, 'amountMinor', p.amount_minor, 'currency', p.currency, 'note', p.void_reason) as facts
    from payment p where p.voided_on is not null and p.customer_id = any `,
]
