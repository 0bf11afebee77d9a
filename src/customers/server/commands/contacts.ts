import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { contactColumns, contactFieldNames } from '../../contact-fields.ts'
import { mergeField } from '../../merge-field.ts'
import { contactSavedHow } from '../../protected.ts'
import type { ChangeContact, ChangeOutcome } from '../../schema/change.ts'
import type { NewContact } from '../../schema/contact.ts'
import type { Wish } from '../queries/requests-write.ts'
import { type Row, lockContact } from '../queries/save.ts'
import { insertContacts } from '../queries/write.ts'
import { recordHistory } from '../queries/history.ts'
import { ask } from './ask.ts'
import { makeInCharge, saveContact, touchCustomer } from './contact-save.ts'
import { onCustomer } from './in-register.ts'
import { codeTaken } from './refusals.ts'

/**
 * Adds a contact. One that should take the place of the person in charge is added beside them, and the replacement
 * becomes a request for whoever may not replace them (rule 1.4).
 */
export async function addContact(
  services: Services,
  actor: Actor,
  customer: string,
  contact: NewContact,
): Promise<{ id: string; outcome: ChangeOutcome } | Refusal> {
  const work = onCustomer(services, actor, 'add-contact', 'customers.change', customer, async (in_) => {
    const country = (in_.row['country'] as string | null) ?? in_.facts.country
    const [id = ''] = await insertContacts(in_.tx, customer, [{ ...contact, inCharge: false }], country)
    in_.changes.add('contact', id, customer)
    const entry = { customerId: customer, entity: 'contact', entityId: id } as const
    await recordHistory(in_.tx, [{ ...entry, act: 'created', cause: 'edited' }])
    if (contact.inCharge === true) {
      const outcome = await makeInCharge(in_, id, undefined)
      return isRefusal(outcome) ? outcome : { id, outcome }
    }
    return {
      id,
      outcome: { version: await touchCustomer(in_), saved: ['contact'], requested: [], conflicts: [] },
    }
  })
  return await work.catch(codeTaken)
}

/** Changes fields of a contact; name, phone, e-mail and handle of the person in charge are protected. */
export async function changeContact(
  services: Services,
  actor: Actor,
  ids: { customer: string; contact: string },
  input: ChangeContact,
): Promise<ChangeOutcome | Refusal> {
  return await onCustomer(
    services,
    actor,
    'change-contact',
    'customers.change',
    ids.customer,
    async (in_) => {
      const contact = await lockContact(in_.tx, ids.customer, ids.contact)
      if (contact === null) return refuse('not-found')
      const { save, wishes, conflicts } = sortContactFields(contact, input.set, actor.may)
      const changed = await saveContact(in_, contact, save, 'edited')
      const requested = await ask(in_, ids.customer, wishes, input.reason)
      const version = changed ? await touchCustomer(in_) : in_.row.version
      return { version, saved: Object.keys(save), requested, conflicts }
    },
  )
}

function sortContactFields(contact: Row, set: ChangeContact['set'], may: readonly string[]) {
  const save: Record<string, unknown> = {}
  const wishes: Wish[] = []
  const conflicts: ChangeOutcome['conflicts'] = []
  for (const field of contactFieldNames) {
    const pair = set[field]
    if (pair === undefined) continue
    const current = contact[contactColumns[field]]
    const merged = mergeField(current, pair[0], pair[1])
    if (merged.outcome === 'conflict')
      conflicts.push({ field, from: pair[0] ?? null, mine: pair[1], theirs: current })
    if (merged.outcome !== 'apply') continue
    const how = contactSavedHow(field, current ?? null, { inCharge: contact['in_charge'] === true }, may)
    if (how === 'save') save[field] = merged.value
    else wishes.push({ entity: 'contact', entityId: contact.id, field, from: current, to: merged.value })
  }
  return { save, wishes, conflicts }
}
