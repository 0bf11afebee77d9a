import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type Card, vCards } from '../../vcard.ts'
import { contactsOf, profileOf } from '../queries/profile.ts'

/** A customer and its contacts as cards for an address book; noted, because it leaves the house (rule 10.2). */
export async function customerCards(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ text: string } | Refusal> {
  return await commandAs(services.db, actor, 'hand-out-cards', async (tx) => {
    const customer = await profileOf(tx, id)
    if (customer === null) return refuse('not-found')
    const contacts = await contactsOf(tx, id)
    const { name, phone, phoneE164, fax, email, website, street, city, region, postalCode, country } =
      customer
    const approximate = customer.location?.locatedBy === 'approximate'
    const outlet: Card = {
      id,
      kind: 'org',
      name,
      phones: [
        { text: phone, e164: phoneE164, type: 'work' },
        { text: fax, e164: null, type: 'fax' },
      ],
      email,
      website,
      address: { street, city, region, postalCode, country },
      place: approximate ? null : customer.location,
    }
    const people = contacts.map(
      (contact): Card => ({
        id: contact.id,
        kind: 'individual',
        name: contact.name,
        organization: name,
        title: contact.title,
        phones: [{ text: contact.phone, e164: contact.phoneE164, type: 'work' }],
        email: contact.email,
      }),
    )
    const cards = [outlet, ...people]
    const noted = { action: 'cards.exported', entity: 'customer', entityId: id, rowCount: cards.length }
    await noteAccess(tx, actor, noted)
    return { text: vCards(cards) }
  })
}
