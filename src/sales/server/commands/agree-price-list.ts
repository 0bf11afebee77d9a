import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { AgreePriceList } from '../../schema/prices.ts'
import { insertAgreement } from '../queries/agreements.ts'
import { onePriceList } from '../queries/price-lists.ts'

/** Agrees a price list with a customer from a day, or goes back to the general lists; what was agreed before stays. */
export async function agreePriceList(
  services: Services,
  actor: Actor,
  customerId: string,
  { listId, from, reason }: AgreePriceList,
): Promise<{ id: string } | Refusal> {
  return await onCustomer(
    services,
    actor,
    'agree-price-list',
    'prices.change',
    customerId,
    async ({ tx, changes }) => {
      if (listId !== null) {
        const list = await onePriceList(tx, listId)
        if (list === null) return refuse('no-such-list')
        if (list.toDay !== null && list.toDay < from)
          return refuse('list-has-ended', { facts: { day: list.toDay } })
      }
      const id = newId()
      await insertAgreement(tx, { id, customerId, listId, from, reason })
      changes.add('customer_price_list', id, customerId)
      return { id }
    },
  )
}
