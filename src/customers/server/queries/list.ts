import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { CustomerListQuery } from '../../schema/filter.ts'
import type { CustomerRow } from '../../schema/list.ts'
import { type FilterFacts, searchedAtMost, whereOf } from './filter.ts'
import { instant, personJson } from './instant.ts'

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

/**
 * What the filter finds, in order, with the total beside it. A search is made once for both; otherwise the page comes
 * from an index and the total is counted apart, which is cheaper than sorting everything.
 */
function pageOf(query: CustomerListQuery, facts: FilterFacts, size: number): RawBuilder<unknown> {
  const offset = ((query.page ?? 1) - 1) * size
  const sort = query.sort ?? 'name'
  const { by, join } = sortings[sort.replace(/^-/u, '')] ?? { by: sql`lower(c.name)` }
  const joined = join === undefined ? sql`` : joins[join]
  const byColumn = sort.startsWith('-') ? sql`${by} desc nulls last, c.id desc` : sql`${by}, c.id`
  const q = foldQuery(query.q ?? '')
  if (q === '') {
    return sql`with page as materialized (
        select x.*, row_number() over () as place from (select c.* from customer c ${joined}
          where ${whereOf(query, facts)} order by ${byColumn} limit ${size} offset ${offset}) x
      ), counted as materialized (select count(*) as total from customer c where ${whereOf(query, facts)})`
  }
  const { q: _q, ...rest } = query
  const order = query.sort === undefined ? sql`f.score desc, lower(c.name), c.id` : byColumn
  return sql`with found as materialized (
      select c.*, row_number() over (order by ${order}) as place
      from app.search_customers(${q}, ${searchedAtMost}) f
      join customer c on c.organization_id = ${facts.actor.organizationId} and c.id = f.id ${joined}
      where ${whereOf(rest, facts)}
    ), page as materialized (
      select * from found order by place limit ${size} offset ${offset}
    ), counted as (select count(*) as total from found)`
}

/** One page of the list with everything its columns can show, and how many the filter finds. */
export async function listPage(
  tx: Tx,
  query: CustomerListQuery,
  facts: FilterFacts,
  size: number,
): Promise<{ rows: CustomerRow[]; total: number }> {
  const { rows } = await sql<{ rows: CustomerRow[] | null; total: number }>`
    ${pageOf(query, facts, size)}
    select counted.total, (select json_agg(r order by r.place) from (
    select c.place, c.id, c.code, c.name, c.legal_name as "legalName", c.tax_id as "taxId", c.parent_id as "parentId",
      case when c.parent_id is not null then (select parent.name from customer parent
        where parent.organization_id = c.organization_id and parent.id = c.parent_id) end as "parentName", c.channel, c.tier, c.status, c.street, c.city, c.region,
      c.postal_code as "postalCode", c.country, c.territory_id as "territoryId", t.name as "territoryName",
      c.latitude, c.longitude, c.located_by as "locatedBy", c.phone, c.phone_e164 as "phoneE164", c.email,
      k.name as "contactName", coalesce(k.phone_e164, k.phone) as "contactPhone",
      case when c.credit_limit_minor is not null
        then jsonb_build_object('minor', c.credit_limit_minor, 'currency', c.currency) end as "creditLimit",
      c.payment_days as "paymentDays", c.tags, c.completeness, c.confirmed_on as "confirmedOn",
      coalesce(c.confirmed_on >= ${facts.freshSince}, false) as fresh, c.registered_on as "registeredOn",
      ${personJson('p')} as owner, o.since_day as "ownerSince", c.version, ${instant(sql`c.updated_at`)} as "updatedAt"
    from page c
    ${joins.owner} ${joins.territory}
    left join contact k on k.organization_id = c.organization_id and k.customer_id = c.id and k.in_charge
    ) r) as rows from counted`.execute(tx)
  return { rows: rows[0]?.rows ?? [], total: rows[0]?.total ?? 0 }
}
