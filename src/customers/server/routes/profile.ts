import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api/profile.ts'
import { changeCustomer } from '../commands/change.ts'
import { addContact, changeContact } from '../commands/contacts.ts'
import { putInCharge, removeContact } from '../commands/in-charge.ts'
import { carryProduct, dropProduct } from '../commands/products-carried.ts'
import { confirmCustomer, setStatus, setTier } from '../commands/state.ts'

/** Changing a profile: its fields, contacts, products carried, tier and status. */
export function profileRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.changeCustomer, async (c) =>
      answer(c, await changeCustomer(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.confirmCustomer, async (c) =>
      answer(c, await confirmCustomer(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.closeCustomer, async (c) => {
      const to = { status: 'closed', reason: c.req.valid('json').reason } as const
      return answer(c, await setStatus(services, c.get('actor'), c.req.valid('param').id, to))
    })
    .openapi(api.reopenCustomer, async (c) => {
      const to = { status: 'active', reason: c.req.valid('json').reason } as const
      return answer(c, await setStatus(services, c.get('actor'), c.req.valid('param').id, to))
    })
    .openapi(api.setTier, async (c) =>
      answer(c, await setTier(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.addContact, async (c) =>
      answer(c, await addContact(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.changeContact, async (c) => {
      const { id, contactId } = c.req.valid('param')
      const ids = { customer: id, contact: contactId }
      return answer(c, await changeContact(services, c.get('actor'), ids, c.req.valid('json')))
    })
    .openapi(api.removeContact, async (c) => {
      const { id, contactId } = c.req.valid('param')
      return answer(c, await removeContact(services, c.get('actor'), { customer: id, contact: contactId }))
    })
    .openapi(api.putInCharge, async (c) => {
      const { id, contactId } = c.req.valid('param')
      const ids = { customer: id, contact: contactId }
      return answer(c, await putInCharge(services, c.get('actor'), ids, c.req.valid('json').reason))
    })
    .openapi(api.carryProduct, async (c) => {
      const { id, productId } = c.req.valid('param')
      const ids = { customer: id, product: productId }
      return answer(c, await carryProduct(services, c.get('actor'), ids, c.req.valid('json')))
    })
    .openapi(api.dropProduct, async (c) => {
      const { id, productId } = c.req.valid('param')
      return answer(c, await dropProduct(services, c.get('actor'), { customer: id, product: productId }))
    }) as unknown as Routes
}
