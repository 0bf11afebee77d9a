import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { mentionsIn, needlesOf } from '../../needles.ts'
import { textsAround } from './free-texts.ts'
import { documentsAround, familyOf, historyAround, notesAround } from './mentions.ts'

type Text = string | null
/** Everything kept about a person, as they are given it. */
export type Dossier = {
  readonly contacts: readonly {
    readonly outlet: string
    readonly name: string
    readonly title: Text
    readonly inCharge: boolean
    readonly parts: readonly string[]
    readonly phone: Text
    readonly email: Text
    readonly messaging: Text
    readonly language: Text
    readonly since: string
    readonly personalNotes: readonly {
      readonly kind: string
      readonly text: string
      readonly source: string
      readonly notedOn: string
      readonly expiresOn: string
    }[]
  }[]
  readonly outlets: readonly Readonly<Record<string, unknown>>[]
  readonly history: readonly { readonly outlet: string; readonly field: string; readonly values: unknown }[]
  readonly notes: readonly { readonly outlet: string; readonly note: string }[]
  readonly documents: readonly { readonly outlet: string; readonly name: string; readonly addedAt: string }[]
}

/** Gathers what is kept about these contacts and customers. Only inside the command that answers a subject. */
export async function dossierOf(
  tx: Tx,
  contacts: readonly string[],
  customers: readonly string[],
): Promise<Dossier> {
  const found = await contactsInFull(tx, contacts)
  const outlets = await outletsInFull(tx, customers)
  const needles = needlesOf([
    ...found.map((one) => ({ name: one.name, email: one.email, phones: [one.phone, one.messaging] })),
    ...outlets.map((one) => ({
      name: String(one['legal_name'] ?? one['name'] ?? ''),
      email: one['email'] as Text,
      phones: [one['phone'] as Text],
    })),
  ])
  const near = await familyOf(tx, [...new Set([...found.map((one) => one.customerId), ...customers])])
  const history = (await historyAround(tx, near, needles)).flatMap(({ customer, entityId, fields }) => {
    const all = contacts.includes(entityId) || customers.includes(customer.id)
    return Object.entries(fields)
      .filter(([, pair]) => pair.some((value) => value !== null) && (all || mentionsIn(pair, needles)))
      .map(([field, values]) => ({ outlet: customer.name, field, values }))
  })
  const notes = (await notesAround(tx, near, needles))
    .filter(({ customer, note }) => customers.includes(customer.id) || mentionsIn(note, needles))
    .map(({ customer, note }) => ({ outlet: customer.name, note }))
  const texts = (await textsAround(tx, near, needles)).flatMap(({ outlet, customerId, texts: said }) =>
    Object.values(said).flatMap((note) =>
      note !== null && (customers.includes(customerId) || mentionsIn(note, needles))
        ? [{ outlet, note }]
        : [],
    ),
  )
  const documents = (await documentsAround(tx, near))
    .filter(
      ({ customer, name, note }) => customers.includes(customer.id) || mentionsIn([name, note], needles),
    )
    .map(({ customer, name, addedAt }) => ({
      outlet: customer.name,
      name,
      addedAt,
    }))
  const plain = found.map(({ customerId: _customer, ...contact }) => contact)
  return { contacts: plain, outlets, history, notes: [...notes, ...texts], documents }
}

type FullContact = Dossier['contacts'][number] & { customerId: string }

async function contactsInFull(tx: Tx, ids: readonly string[]): Promise<FullContact[]> {
  const { rows } = await sql<FullContact>`
    select k.customer_id as "customerId", c.name as outlet, k.name, k.title, k.in_charge as "inCharge", k.parts,
      coalesce(k.phone, k.phone_e164) as phone, k.email, k.messaging, k.language, k.created_at::date::text as since,
      coalesce((select jsonb_agg(jsonb_build_object('kind', f.kind, 'text', f.fact, 'source', f.source,
          'notedOn', f.noted_on, 'expiresOn', f.expires_on) order by f.noted_on, f.id)
        from personal_fact f where f.organization_id = k.organization_id and f.contact_id = k.id), '[]') as "personalNotes"
    from contact k join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where k.organization_id = app.organization() and k.id = any (${[...ids]}::uuid[]) order by c.name, k.id`.execute(
    tx,
  )
  return rows
}

async function outletsInFull(tx: Tx, ids: readonly string[]): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ outlet: Record<string, unknown> }>`
    select jsonb_strip_nulls(to_jsonb(c) - array['organization_id', 'id', 'parent_id', 'territory_id', 'registered_by',
      'merged_into', 'version', 'completeness']) as outlet
    from customer c where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[]) order by c.name`.execute(
    tx,
  )
  return rows.map((row) => row.outlet)
}
