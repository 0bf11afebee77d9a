import { type Refusal, refuse } from '../../../values/refusal.ts'
import { keptOfContact } from '../../contact-fields.ts'
import { contactSavedHow } from '../../protected.ts'
import type { ChangeOutcome } from '../../schema/change.ts'
import { recordHistory } from '../queries/history.ts'
import { inChargeOf } from '../queries/in-charge.ts'
import { dialled } from '../queries/phones.ts'
import {
  type Row,
  deleteContact,
  diffOf,
  lockContact,
  updateContact,
  updateCustomer,
} from '../queries/save.ts'
import { ask } from './ask.ts'
import type { Work } from './in-register.ts'

type OnCustomer = Work & { readonly row: Row }

/** The customer is confirmed by a change to what hangs on it, and devices see a new version. */
export async function touchCustomer({ tx, changes, facts, row }: OnCustomer): Promise<number> {
  changes.add('customer', row.id, row.id)
  return await updateCustomer(tx, row.id, {}, facts.today)
}

/** Saves columns of a contact with its history. Answers whether anything really changed. */
export async function saveContact(
  { tx, changes, facts, row }: OnCustomer,
  contact: Row,
  columns: Readonly<Record<string, unknown>>,
  cause: string,
): Promise<boolean> {
  const country = (row['country'] as string | null) ?? facts.country
  const phone = 'phone' in columns ? { phone_e164: dialled(columns['phone'] as string | null, country) } : {}
  const emptied = Object.entries(columns).map(([name, value]) => [name, value === '' ? null : value] as const)
  const diff = diffOf(contact, { ...Object.fromEntries(emptied), ...phone })
  if (Object.keys(diff).length === 0) return false
  await updateContact(
    tx,
    contact.id,
    Object.fromEntries(Object.entries(diff).map(([name, [, value]]) => [name, value])),
  )
  changes.add('contact', contact.id, row.id)
  const entry = { customerId: row.id, entity: 'contact', entityId: contact.id } as const
  await recordHistory(tx, [{ ...entry, act: 'changed', fields: diff, cause }])
  return true
}

/** Puts a contact in charge, at once or as a request when another one is. */
export async function makeInCharge(
  in_: OnCustomer,
  contactId: string,
  reason: string | undefined,
): Promise<ChangeOutcome | Refusal> {
  const { tx, facts, row } = in_
  const before = await inChargeOf(tx, row.id)
  if (before === contactId) return { version: row.version, saved: [], requested: [], conflicts: [] }
  const how = contactSavedHow('inCharge', before, { inCharge: before !== null }, facts.actor.may)
  if (how === 'request') {
    const wish = {
      entity: 'contact',
      entityId: contactId,
      field: 'inCharge',
      from: before,
      to: contactId,
    } as const
    const requested = await ask(in_, row.id, [wish], reason)
    return { version: await touchCustomer(in_), saved: [], requested, conflicts: [] }
  }
  const refusal = await replaceInCharge(in_, before, contactId, 'edited')
  if (refusal !== null) return refusal
  return { version: await touchCustomer(in_), saved: ['inCharge'], requested: [], conflicts: [] }
}

/** One person in charge at a time: the former first, because the database allows no second. */
export async function replaceInCharge(
  in_: OnCustomer,
  before: string | null,
  contactId: string,
  cause: string,
): Promise<Refusal | null> {
  const contact = await lockContact(in_.tx, in_.row.id, contactId)
  if (contact === null) return refuse('not-found')
  const former = before === null ? null : await lockContact(in_.tx, in_.row.id, before)
  if (former !== null) await saveContact(in_, former, { in_charge: false }, cause)
  await saveContact(in_, contact, { in_charge: true }, cause)
  return null
}

/** Removes a contact; the history keeps what it held, so that it can be put back. */
export async function dropContact(
  { tx, changes, row }: OnCustomer,
  contact: Row,
  cause: string,
): Promise<void> {
  await deleteContact(tx, contact.id)
  changes.add('contact', contact.id, row.id, true)
  const held = keptOfContact.filter((name) => (contact[name] ?? null) !== null)
  const fields = Object.fromEntries(held.map((name) => [name, [contact[name], null] as const]))
  const entry = { customerId: row.id, entity: 'contact', entityId: contact.id } as const
  await recordHistory(tx, [{ ...entry, act: 'removed', fields, cause }])
}
