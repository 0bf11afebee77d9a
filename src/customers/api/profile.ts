import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { ChangeContact, ChangeCustomer, ChangeOutcome } from '../schema/change.ts'
import { CarryProduct, Reason, SetTier, Version } from '../schema/commands.ts'
import { NewContact } from '../schema/contact.ts'
import { customerParams } from './register.ts'

const contactParams = customerParams.extend({ contactId: Id })
const productParams = customerParams.extend({ productId: Id })

export const changeCustomer = createRoute({
  method: 'patch',
  path: '/api/customers/{id}',
  tags: ['Customers'],
  summary: 'Changes fields; protected ones become requests for whoever may not change them',
  request: { params: customerParams, body: body(ChangeCustomer) },
  responses: answers(ChangeOutcome),
})
export const confirmCustomer = createRoute({
  method: 'post',
  path: '/api/customers/{id}/confirm',
  tags: ['Customers'],
  summary: 'Says that the profile is still right: it is fresh from today',
  request: { params: customerParams },
  responses: answers(Version),
})
export const closeCustomer = createRoute({
  method: 'post',
  path: '/api/customers/{id}/close',
  tags: ['Customers'],
  summary: 'The outlet no longer exists or no longer buys',
  request: { params: customerParams, body: body(Reason) },
  responses: answers(Version),
})
export const reopenCustomer = createRoute({
  method: 'post',
  path: '/api/customers/{id}/reopen',
  tags: ['Customers'],
  summary: 'A closed outlet is there again',
  request: { params: customerParams, body: body(Reason) },
  responses: answers(Version),
})
export const setTier = createRoute({
  method: 'put',
  path: '/api/customers/{id}/tier',
  tags: ['Customers'],
  summary: 'Sets the tier by hand, with the reason',
  request: { params: customerParams, body: body(SetTier) },
  responses: answers(Version),
})
export const addContact = createRoute({
  method: 'post',
  path: '/api/customers/{id}/contacts',
  tags: ['Contacts'],
  summary: 'Adds a contact',
  request: { params: customerParams, body: body(NewContact) },
  responses: answers(z.object({ id: Id, outcome: ChangeOutcome })),
})
export const changeContact = createRoute({
  method: 'patch',
  path: '/api/customers/{id}/contacts/{contactId}',
  tags: ['Contacts'],
  summary: 'Changes a contact; phone and e-mail of the person in charge are protected',
  request: { params: contactParams, body: body(ChangeContact) },
  responses: answers(ChangeOutcome),
})
export const removeContact = createRoute({
  method: 'delete',
  path: '/api/customers/{id}/contacts/{contactId}',
  tags: ['Contacts'],
  summary: 'Removes a contact; for the person in charge this may become a request',
  request: { params: contactParams },
  responses: answers(ChangeOutcome),
})
export const putInCharge = createRoute({
  method: 'post',
  path: '/api/customers/{id}/contacts/{contactId}/in-charge',
  tags: ['Contacts'],
  summary: 'Makes this contact the person in charge; replacing another is protected',
  request: { params: contactParams, body: body(Reason.partial()) },
  responses: answers(ChangeOutcome),
})
export const carryProduct = createRoute({
  method: 'put',
  path: '/api/customers/{id}/products/{productId}',
  tags: ['Customers'],
  summary: 'The outlet carries this product: how much, how many facings',
  request: { params: productParams, body: body(CarryProduct) },
  responses: answers(Version),
})
export const dropProduct = createRoute({
  method: 'delete',
  path: '/api/customers/{id}/products/{productId}',
  tags: ['Customers'],
  summary: 'The outlet no longer carries this product',
  request: { params: productParams },
  responses: answers(Version),
})
