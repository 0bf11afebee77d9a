import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Contact } from '../../schema/contact.ts'
import type { Customer } from '../../schema/detail.ts'
import { instant, personJson } from './instant.ts'

type Head = Omit<
  Customer,
  | 'fresh'
  | 'staleOn'
  | 'completeness'
  | 'contacts'
  | 'holders'
  | 'products'
  | 'provenance'
  | 'requests'
  | 'may'
> & { completeness: number }

/** The profile itself without what hangs on it; null when there is none that the asker may see. */
export async function profileOf(tx: Tx, id: string): Promise<Head | null> {
  const { rows } = await sql<Head>`
    select c.id, c.code, c.name, c.legal_name as "legalName", c.tax_id as "taxId",
      case when parent.id is not null then jsonb_build_object('id', parent.id, 'name', parent.name) end as parent,
      (select count(*)::int from customer child
        where child.organization_id = c.organization_id and child.parent_id = c.id) as "childCount",
      c.channel, c.tier, c.tier_reason as "tierReason", c.status, c.merged_into as "mergedInto",
      c.street, c.city, c.region, c.postal_code as "postalCode", c.country,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name, 'steward', ${personJson('s')})
        end as territory,
      case when c.latitude is not null then jsonb_build_object('latitude', c.latitude, 'longitude', c.longitude,
        'accuracyM', c.accuracy_m, 'locatedBy', c.located_by) end as location,
      c.phone, c.phone_e164 as "phoneE164", c.fax, c.email, c.website,
      c.opening_hours as "openingHours", c.visit_hours as "visitHours", c.closures,
      case when c.credit_limit_minor is not null
        then jsonb_build_object('minor', c.credit_limit_minor, 'currency', c.currency) end as "creditLimit",
      c.payment_days as "paymentDays", c.tags, c.note, c.registered_on as "registeredOn",
      ${personJson('r')} as "registeredBy", c.source, c.confirmed_on as "confirmedOn", c.completeness, c.version,
      ${instant(sql`c.created_at`)} as "createdAt", ${instant(sql`c.updated_at`)} as "updatedAt"
    from customer c
    left join customer parent on parent.organization_id = c.organization_id and parent.id = c.parent_id
    left join territory t on t.organization_id = c.organization_id and t.id = c.territory_id
    left join person s on s.organization_id = c.organization_id and s.id = t.steward_id
    left join person r on r.organization_id = c.organization_id and r.id = c.registered_by
    where c.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** The contacts of a customer, the person in charge first. */
export async function contactsOf(tx: Tx, customer: string): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    select id, name, title, in_charge as "inCharge", parts, phone, phone_e164 as "phoneE164", messaging, email, language,
      version, ${instant(sql`updated_at`)} as "updatedAt"
    from contact where customer_id = ${customer} order by in_charge desc, lower(name), id`.execute(tx)
  return rows
}

/** Who is responsible today, by role (rule 2.2). */
export async function holdersOf(tx: Tx, customer: string): Promise<Customer['holders']> {
  const { rows } = await sql<Customer['holders'][number]>`
    select h.role, h.seat, ${personJson('p')} as person, h.since_day as since, e.cause
    from holder h
    join ledger_entry e on e.organization_id = h.organization_id and e.id = h.entry_id
    left join person p on p.organization_id = h.organization_id and p.id = h.person_id
    where h.customer_id = ${customer} and h.line = 'all' and (h.role = 'owner' or h.person_id is not null)
    order by array_position(array['owner', 'backup', 'sponsor', 'referrer'], h.role), h.seat`.execute(tx)
  return rows
}

/** The assortment of an outlet. */
export async function productsOf(tx: Tx, customer: string): Promise<Customer['products']> {
  const { rows } = await sql<Customer['products'][number]>`
    select k.product_id as "productId", p.code, p.name, p.category, k.quantity, k.facings, k.since_day as since
    from carried_product k
    join product p on p.organization_id = k.organization_id and p.id = k.product_id
    where k.customer_id = ${customer} order by p.category nulls last, lower(p.name), p.id`.execute(tx)
  return rows
}
