import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as account from '../schema/account.ts'
import * as batches from '../schema/money-batches.ts'
import * as schema from '../schema/receivables.ts'

const tags = ['Receivables']
const params = z.object({ id: Id })
const Done = z.object({ id: Id })

export const readAgeing = createRoute({
  method: 'get',
  path: '/api/receivables/ageing',
  tags,
  summary: 'What customers owe by how late it is, with totals by currency and in the company’s',
  request: { query: schema.AgeingQuery },
  responses: answers(schema.AgeingPage),
})
export const findDebtors = createRoute({
  method: 'get',
  path: '/api/receivables/customers',
  tags,
  summary: 'Customers by a part of name or code, for whoever records money: names, codes and terms alone',
  request: { query: account.DebtorQuery },
  responses: answers(account.Debtors),
})
export const readAccount = createRoute({
  method: 'get',
  path: '/api/receivables/accounts/{id}',
  tags,
  summary: 'A customer’s open items, payments, balances and limit',
  request: { params, query: account.AccountQuery },
  responses: answers(account.CustomerAccount),
})
export const readStatement = createRoute({
  method: 'get',
  path: '/api/receivables/accounts/{id}/statement',
  tags,
  summary: 'A statement of account from a day to a day',
  request: { params, query: account.StatementQuery },
  responses: answers(account.AccountStatement),
})
export const recordReceivable = createRoute({
  method: 'post',
  path: '/api/receivables',
  tags,
  summary: 'Records an invoice, a credit note or an opening balance',
  request: { body: body(schema.NewReceivable) },
  responses: answers(schema.ReceivableSaved),
})
const told =
  'Sent again, also in another order or late, a batch changes nothing: each is known by its number, and of two words about it the ' +
  'one with the later `changedAt` holds. A correction keeps how it stood. Each is answered on its own. A key needs the scope money.record.'
export const tellReceivables = createRoute({
  method: 'post',
  path: '/api/receivables/batches',
  tags,
  summary: 'Invoices and credit notes of the company’s own system, thousands at a time',
  description: told,
  request: { body: body(batches.ReceivableBatch) },
  responses: answers(batches.ToldAnswers),
})
export const tellPayments = createRoute({
  method: 'post',
  path: '/api/payments/batches',
  tags: ['Payments'],
  summary:
    'Payments of the company’s own system, thousands at a time; invoices that come later are waited for',
  description: told,
  request: { body: body(batches.PaymentBatch) },
  responses: answers(batches.ToldAnswers),
})
export const invoiceOrder = createRoute({
  method: 'post',
  path: '/api/orders/{id}/invoice',
  tags,
  summary: 'Invoices what of an order isn’t invoiced yet; a return gets a credit note',
  request: { params, body: body(schema.InvoiceOrder) },
  responses: answers(schema.ReceivableSaved),
})
export const cancelReceivable = createRoute({
  method: 'post',
  path: '/api/receivables/{id}/cancel',
  tags,
  summary: 'Cancels an invoice or credit note on which no money is, with the reason',
  request: { params, body: body(schema.CancelReceivable) },
  responses: answers(Done),
})
export const disputeReceivable = createRoute({
  method: 'post',
  path: '/api/receivables/{id}/dispute',
  tags,
  summary: 'Notes that the customer says it isn’t owed, or doesn’t say so any more',
  request: { params, body: body(schema.DisputeReceivable) },
  responses: answers(Done),
})
