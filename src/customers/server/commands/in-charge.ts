import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { contactSavedHow } from '../../protected.ts'
import type { ChangeOutcome } from '../../schema/change.ts'
import { lockContact } from '../queries/save.ts'
import { dropContact, makeInCharge, touchCustomer } from './contact-save.ts'
import { ask } from './ask.ts'
import { onCustomer } from './in-register.ts'

type Ids = { customer: string; contact: string }

/** Makes a contact the person in charge. Replacing another one is protected (rule 1.4). */
export async function putInCharge(
  services: Services,
  actor: Actor,
  { customer, contact }: Ids,
  reason: string | undefined,
): Promise<ChangeOutcome | Refusal> {
  return await onCustomer(services, actor, 'put-in-charge', 'customers.change', customer, async (in_) => {
    if ((await lockContact(in_.tx, customer, contact)) === null) return refuse('not-found')
    return await makeInCharge(in_, contact, reason)
  })
}

/** Removes a contact; removing the person in charge is protected. */
export async function removeContact(
  services: Services,
  actor: Actor,
  { customer, contact: contactId }: Ids,
): Promise<ChangeOutcome | Refusal> {
  return await onCustomer(services, actor, 'remove-contact', 'customers.change', customer, async (in_) => {
    const contact = await lockContact(in_.tx, customer, contactId)
    if (contact === null) return refuse('not-found')
    const how = contactSavedHow('removed', false, { inCharge: contact['in_charge'] === true }, actor.may)
    if (how === 'request') {
      const wish = {
        entity: 'contact',
        entityId: contactId,
        field: 'removed',
        from: false,
        to: true,
      } as const
      const requested = await ask(in_, customer, [wish], undefined)
      return { version: in_.row.version, saved: [], requested, conflicts: [] }
    }
    await dropContact(in_, contact, 'edited')
    return { version: await touchCustomer(in_), saved: ['removed'], requested: [], conflicts: [] }
  })
}
