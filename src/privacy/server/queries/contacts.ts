import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { dialled } from '../../../customers/server/queries/phones.ts'
import type { Found, FoundContact, Subject } from '../../schema.ts'

/** `customer c` in brief. */
export const whereJson = sql`jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'status', c.status)`

type Sought = { readonly phone: string | null; readonly email: string | null; readonly name: string | null }

/** What is compared: the phone as it can be dialled, the e-mail and the name as typed. */
export function soughtOf(subject: Subject, country: string): Sought {
  return {
    phone: dialled(subject.phone, country),
    email: subject.email || null,
    name: subject.name || null,
  }
}

/** By what a row is the person: a list of phone, email, name, empty when it isn't. */
function by(
  sought: Sought,
  phone: RawBuilder<unknown>,
  email: RawBuilder<unknown>,
  names: RawBuilder<unknown>[],
) {
  const same = names.map((name) => sql`app.plain_name(${name}) = app.plain_name(${sought.name})`)
  return sql`array_remove(array[
    case when ${phone} = ${sought.phone} then 'phone' end,
    case when lower(${email}) = lower(${sought.email}) then 'email' end,
    case when ${sql.join(same, sql` or `)} then 'name' end], null)`
}

/** Contacts that are the person. */
export async function contactsLike(tx: Tx, sought: Sought): Promise<FoundContact[]> {
  const { rows } = await sql<FoundContact>`
    select * from (
      select k.id, ${whereJson} as customer, k.name, k.title, coalesce(k.phone, k.phone_e164) as phone, k.email,
        k.messaging, k.in_charge as "inCharge", (select count(*)::int from personal_fact f
          where f.organization_id = k.organization_id and f.contact_id = k.id) as notes,
        ${by(sought, sql`k.phone_e164`, sql`k.email`, [sql`k.name`])} as by
      from contact k join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
      where k.organization_id = app.organization()
    ) as all_contacts where cardinality(by) > 0
    order by cardinality(by) desc, name, id limit 200`.execute(tx)
  return rows
}

/** Customers whose own name, legal name, phone or e-mail is the person's. */
export async function outletsLike(tx: Tx, sought: Sought): Promise<Found['outlets']> {
  const { rows } = await sql<Found['outlets'][number]>`
    select * from (
      select ${whereJson} as customer,
        ${by(sought, sql`c.phone_e164`, sql`c.email`, [sql`c.name`, sql`coalesce(c.legal_name, '')`])} as by
      from customer c where c.organization_id = app.organization() and c.status not in ('erased', 'removed')
    ) as all_customers where cardinality(by) > 0 order by cardinality(by) desc limit 200`.execute(tx)
  return rows
}

/** People of the company itself. */
export async function staffLike(tx: Tx, sought: Sought): Promise<Found['staff']> {
  const { rows } = await sql<Found['staff'][number]>`
    select p.id, p.name from person p where p.organization_id = app.organization()
      and cardinality(${by(sought, sql`p.phone_e164`, sql`p.email`, [sql`p.name`])}) > 0 order by p.name limit 50`.execute(
    tx,
  )
  return rows
}
