import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { CustomerListQuery } from '../../schema/filter.ts'
import type { CustomerRow } from '../../schema/list.ts'
import { type FilterFacts, whereOf } from './filter.ts'

/** A column to sort by, and what it needs joined to `customer c`. */
const sortings: Record<string, { by: RawBuilder<unknown>; join?: 'owner' | 'territory' }> = {
  name: { by: sql`lower(c.name)` },
  code: { by: sql`c.code` },
  legalName: { by: sql`lower(c.legal_name)` },
  channel: { by: sql`c.channel` },
  tier: { by: sql`c.tier` },
  city: { by: sql`c.city` },
  region: { by: sql`c.region` },
  country: { by: sql`c.country` },
  territory: { by: sql`t.name`, join: 'territory' },
  owner: { by: sql`p.name`, join: 'owner' },
  ownerSince: { by: sql`o.since_day`, join: 'owner' },
  completeness: { by: sql`c.completeness` },
  confirmedOn: { by: sql`c.confirmed_on` },
  registeredOn: { by: sql`c.registered_on` },
  updatedAt: { by: sql`c.updated_at` },
  paymentDays: { by: sql`c.payment_days` },
  creditLimit: { by: sql`c.credit_limit_minor` },
  status: { by: sql`c.status` },
}

const joins = {
  owner: sql`left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id
      and o.line = 'all' and o.role = 'owner' and o.seat = 0
    left join person p on p.organization_id = c.organization_id and p.id = o.person_id`,
  territory: sql`left join territory t on t.organization_id = c.organization_id and t.id = c.territory_id`,
}

/** The ids of one page in order: found first, so that what a row shows is fetched for the page only. */
export function pageOf(query: CustomerListQuery, facts: FilterFacts, size: number): RawBuilder<unknown> {
  const where = whereOf(query, facts)
  const offset = ((query.page ?? 1) - 1) * size
  const q = foldQuery(query.q ?? '')
  if (query.sort === undefined && q !== '') {
    return sql`select c.id, row_number() over (order by f.score desc, lower(c.name), c.id) as place
      from app.search_customers(${q}, 5000) f join customer c on c.id = f.id
      where ${where} order by f.score desc, lower(c.name), c.id limit ${size} offset ${offset}`
  }
  const sort = query.sort ?? 'name'
  const { by, join } = sortings[sort.replace(/^-/u, '')] ?? { by: sql`lower(c.name)` }
  const joined = join === undefined ? sql`` : joins[join]
  const order = sort.startsWith('-') ? sql`${by} desc nulls last, c.id desc` : sql`${by}, c.id`
  return sql`select c.id, row_number() over (order by ${order}) as place
    from customer c ${joined} where ${where} order by ${order} limit ${size} offset ${offset}`
}

/** One page of the list with everything its columns can show. */
export async function listCustomers(
  tx: Tx,
  query: CustomerListQuery,
  facts: FilterFacts,
  size: number,
): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    with page as materialized (${pageOf(query, facts, size)})
    select c.id, c.code, c.name, c.legal_name as "legalName", c.tax_id as "taxId", c.parent_id as "parentId",
      parent.name as "parentName", c.channel, c.tier, c.status, c.street, c.city, c.region,
      c.postal_code as "postalCode", c.country, c.territory_id as "territoryId", t.name as "territoryName",
      c.latitude, c.longitude, c.located_by as "locatedBy", c.phone, c.phone_e164 as "phoneE164", c.email,
      k.name as "contactName", coalesce(k.phone_e164, k.phone) as "contactPhone",
      case when c.credit_limit_minor is not null
        then jsonb_build_object('minor', c.credit_limit_minor, 'currency', c.currency) end as "creditLimit",
      c.payment_days as "paymentDays", c.tags, c.completeness, c.confirmed_on as "confirmedOn",
      coalesce(c.confirmed_on >= ${facts.freshSince}, false) as fresh, c.registered_on as "registeredOn",
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) end as owner,
      o.since_day as "ownerSince", c.version, c.updated_at::text as "updatedAt"
    from page
    join customer c on c.organization_id = ${facts.actor.organizationId} and c.id = page.id
    ${joins.owner} ${joins.territory}
    left join customer parent on parent.organization_id = c.organization_id and parent.id = c.parent_id
    left join contact k on k.organization_id = c.organization_id and k.customer_id = c.id and k.in_charge
    order by page.place`.execute(tx)
  return rows
}

/** How many customers the filter finds. */
export async function countListed(tx: Tx, query: CustomerListQuery, facts: FilterFacts): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from customer c where ${whereOf(query, facts)}`.execute(tx)
  return rows[0]?.total ?? 0
}
