import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Covers, Territory } from '../../schema/territory.ts'
import { personJson } from './instant.ts'

const emptyCovers = JSON.stringify({ countries: [], regions: [], cities: [] })

/** All areas, or one; `customers` counts those that the asker sees. */
export async function territories(tx: Tx, id?: string): Promise<Territory[]> {
  const { rows } = await sql<Territory>`
    select t.id, t.name, ${personJson('s')} as steward, ${emptyCovers}::jsonb || t.covers as covers, t.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) order by p.name)
        from person_territory x join person p on p.organization_id = x.organization_id and p.id = x.person_id
        where x.organization_id = t.organization_id and x.territory_id = t.id), '[]') as salespeople,
      (select count(*) from customer c where c.organization_id = t.organization_id and c.territory_id = t.id
        and c.status = 'active') as customers
    from territory t left join person s on s.organization_id = t.organization_id and s.id = t.steward_id
    where t.organization_id = app.organization() and (${id ?? null}::uuid is null or t.id = ${id ?? null})
    order by lower(t.name), t.id`.execute(tx)
  return rows
}

/** The customers of an area that the asker may change, locked. */
export async function customersIn(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from customer c where c.territory_id = ${id} order by c.id for no key update`.execute(tx)
  return rows.map((row) => row.id)
}

/** How many active customers that the asker sees are in no area. */
export async function unplacedCustomers(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from customer where status = 'active' and territory_id is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function insertTerritory(
  tx: Tx,
  territory: { id: string; name: string; stewardId: string | null; covers: Covers },
): Promise<void> {
  await sql`
    insert into territory (organization_id, id, name, steward_id, covers)
    values (app.organization(), ${territory.id}, ${territory.name}, ${territory.stewardId},
      ${JSON.stringify(territory.covers)}::jsonb)`.execute(tx)
}

/** Saves an area that is still at this version; false when it isn't. */
export async function updateTerritory(
  tx: Tx,
  territory: { id: string; name: string; stewardId: string | null; covers: Covers; version: number },
): Promise<boolean> {
  const { rows } = await sql`
    update territory set name = ${territory.name}, steward_id = ${territory.stewardId},
      covers = ${JSON.stringify(territory.covers)}::jsonb, version = version + 1
    where id = ${territory.id} and version = ${territory.version} returning id`.execute(tx)
  return rows.length > 0
}

/** Names the steward of an area. */
export async function setSteward(tx: Tx, id: string, steward: string | null): Promise<void> {
  await sql`update territory set steward_id = ${steward} where id = ${id}`.execute(tx)
}

/** Makes exactly these people the area's salespeople. */
export async function setSalespeople(tx: Tx, id: string, people: readonly string[]): Promise<void> {
  await sql`
    delete from person_territory where territory_id = ${id} and person_id <> all (${[...people]}::uuid[])`.execute(
    tx,
  )
  await sql`
    insert into person_territory (organization_id, person_id, territory_id)
    select app.organization(), p.id, ${id} from unnest(${[...people]}::uuid[]) as p (id)
    on conflict do nothing`.execute(tx)
}

/** Removes an area, which must have no customers any more. */
export async function deleteTerritory(tx: Tx, id: string): Promise<void> {
  await sql`delete from person_territory where territory_id = ${id}`.execute(tx)
  await sql`delete from territory where id = ${id}`.execute(tx)
}

export type Place = { country: string | null; region: string | null; city: string | null }

/** Every distinct address, by country, region and city, of the active customers; only of those in no area unless `again`. */
export async function placesOfCustomers(tx: Tx, again: boolean): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select distinct country, region, city from customer where status = 'active' and (${again} or territory_id is null)`.execute(
    tx,
  )
  return rows
}
