import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type PoolFilter = {
  readonly q?: string | undefined
  readonly tier?: readonly string[] | undefined
  readonly areas?: readonly string[] | undefined
}

export type PoolCustomer = {
  id: string
  name: string
  channel: string | null
  tier: 'A' | 'B' | 'C' | null
  city: string | null
  region: string | null
  country: string | null
  territory: { id: string; name: string } | null
  latitude: number | null
  longitude: number | null
  phone: string | null
  contacts: number
  since: string
  cause: string
  former: { id: string; name: string; colour: number } | null
  /** Whether the asker sees the customer itself. */
  open: boolean
}

const pattern = (q: string | undefined) =>
  q === undefined || q === '' ? null : `%${q.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`

/** A page of the pool, the newest in it first, and how many there are; masked for whoever doesn't see the customers. */
export async function poolPage(
  tx: Tx,
  { q, tier, areas }: PoolFilter,
  { size, page }: { size: number; page: number },
): Promise<{ total: number; customers: PoolCustomer[] }> {
  const { rows } = await sql<PoolCustomer & { total: number }>`
    select p.id, p.name, p.channel, p.tier, p.city, p.region, p.country,
      case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as territory,
      coalesce(c.latitude, p.latitude) as latitude, coalesce(c.longitude, p.longitude) as longitude,
      coalesce(c.phone, p.masked_phone) as phone, p.contacts, p.since_day::text as since, p.cause,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'colour', f.colour) end as former,
      c.id is not null as open, p.total
    from app.pool_page(null, ${tier ?? null}::text[], ${areas ?? null}::uuid[], ${pattern(q)}::text, ${size}::integer,
      ${size * (page - 1)}::integer) p
    left join customer c on c.organization_id = app.organization() and c.id = p.id
    left join territory t on t.organization_id = app.organization() and t.id = p.territory_id
    left join lateral (
      select e.person_id from ledger_entry e where e.organization_id = app.organization() and e.customer_id = p.id
        and e.role = 'owner' and e.line = 'all' and e.seat = 0 and e.from_day <= p.since_day and e.person_id is not null
      order by e.from_day desc, e.ordinal desc limit 1
    ) l on true
    left join person f on f.organization_id = app.organization() and f.id = l.person_id
    order by p.since_day desc, lower(p.name), p.id`.execute(tx)
  const customers = rows.map(({ total: _, ...customer }) => customer)
  return { total: Number(rows[0]?.total ?? 0), customers }
}

/** The areas that a person works in. */
export async function areasOf(tx: Tx, personId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select territory_id as id from person_territory
    where organization_id = app.organization() and person_id = ${personId}::uuid`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Which customers of the pool a person looked at on a day. */
export async function seenOn(tx: Tx, personId: string, day: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from pool_view
    where organization_id = app.organization() and person_id = ${personId} and day = ${day}::date`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export async function noteSeen(
  tx: Tx,
  personId: string,
  day: string,
  customers: readonly string[],
): Promise<void> {
  await sql`
    insert into pool_view (organization_id, person_id, day, customer_id)
    select app.organization(), ${personId}, ${day}::date, w.id from unnest(${[...customers]}::uuid[]) as w (id)
    on conflict do nothing`.execute(tx)
}
