import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** A contact as somebody wants to write it. `customer`: the outlet, if it is known yet; `phone` in E.164. */
export type Wanted = {
  readonly customer: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
}

/**
 * Which of these contacts are people who were erased and are not to come back (rule 10.3): their places in the list.
 * The database refuses to write them in any case; who asks beforehand can say so kindly, row by row.
 */
export async function blocked(tx: Tx, contacts: readonly Wanted[]): Promise<Set<number>> {
  if (contacts.length === 0) return new Set()
  const { rows } = await sql<{ place: number }>`
    with asked as (
      select w.place, i.value from unnest(${contacts.map((one) => one.customer)}::uuid[],
        ${contacts.map((one) => one.name)}::text[], ${contacts.map((one) => one.phone)}::text[],
        ${contacts.map((one) => one.email)}::text[]) with ordinality as w (customer, name, phone, email, place)
      cross join lateral app.identifiers(w.customer, w.name, w.phone, w.email) i
    ), hit as materialized (select app.blocked(array(select distinct value from asked)) as value)
    select distinct asked.place::int - 1 as place from asked join hit using (value)`.execute(tx)
  return new Set(rows.map((row) => row.place))
}

export type Identifier = { readonly kind: 'phone' | 'email' | 'name'; readonly value: string }

/**
 * What identifies these contacts, apart from what others are reached by too: an outlet's own number is no person's.
 * `erasedToo`: customers that go with them.
 */
export async function identifiersOf(
  tx: Tx,
  contacts: readonly string[],
  erasedToo: readonly string[],
): Promise<{ own: Identifier[]; shared: Identifier[] }> {
  const { rows } = await sql<Identifier & { shared: boolean }>`
    with identified as (
      select distinct i.kind, i.value, case i.kind when 'phone' then k.phone_e164 when 'email' then lower(k.email) end as plain
      from contact k cross join lateral app.identifiers(k.customer_id, k.name, k.phone_e164, k.email) i
      where k.organization_id = app.organization() and k.id = any (${[...contacts]}::uuid[])
    )
    select i.kind, i.value, i.kind <> 'name' and (
      exists (select from customer c where c.organization_id = app.organization() and c.status not in ('erased', 'removed')
        and c.id <> all (${[...erasedToo]}::uuid[]) and (c.phone_e164 = i.plain or lower(c.email) = i.plain))
      or exists (select from contact o where o.organization_id = app.organization() and o.id <> all (${[...contacts]}::uuid[])
        and (o.phone_e164 = i.plain or lower(o.email) = i.plain))) as shared
    from identified i order by i.kind, i.value`.execute(tx)
  const picked = (shared: boolean) =>
    rows.filter((one) => one.shared === shared).map(({ kind, value }) => ({ kind, value }))
  return { own: picked(false), shared: picked(true) }
}

/** Why somebody comes on the list: the request that was answered so, or a reason in words. */
export type Because =
  | { readonly request: string; readonly reason: null }
  | { readonly request: null; readonly reason: string }

/** Puts identifiers on the block list; those on it already, lifted or not, are in force again. */
export async function block(
  tx: Tx,
  { request, reason }: Because,
  identifiers: readonly Identifier[],
): Promise<void> {
  if (identifiers.length === 0) return
  const values = identifiers.map((one) => one.value)
  await sql`
    insert into block_list (organization_id, hash, kind, request_id, reason, added_by)
    select distinct on (h.hash) app.organization(), h.hash, h.kind, ${request}::uuid, ${reason}::text, app.person()
    from unnest(app.keyed_hashes(${values}::text[]), ${identifiers.map((one) => one.kind)}::text[]) as h (hash, kind)
    on conflict (organization_id, hash) do update
    set request_id = excluded.request_id, reason = excluded.reason, added_by = excluded.added_by, added_at = now(),
      lifted_at = null, lifted_by = null, lift_reason = null`.execute(tx)
}
