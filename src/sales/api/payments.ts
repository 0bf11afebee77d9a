import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as handIns from '../schema/hand-ins.ts'
import * as schema from '../schema/payments.ts'
import * as rates from '../schema/rates.ts'

const tags = ['Payments']
const params = z.object({ id: Id })
const Done = z.object({ id: Id })

export const recordPayment = createRoute({
  method: 'post',
  path: '/api/payments',
  tags,
  summary: 'Records money that came in or was collected; it settles the oldest due first unless told',
  request: { body: body(schema.NewPayment) },
  responses: answers(schema.Payment),
})
export const readPayment = createRoute({
  method: 'get',
  path: '/api/payments/{id}',
  tags,
  summary: 'A payment as its receipt says it',
  request: { params },
  responses: answers(schema.Payment),
})
export const voidPayment = createRoute({
  method: 'post',
  path: '/api/payments/{id}/void',
  tags,
  summary: 'A payment that bounced or never was: what it settled is open again',
  request: { params, body: body(schema.VoidPayment) },
  responses: answers(Done),
})
export const allocateMoney = createRoute({
  method: 'post',
  path: '/api/allocations',
  tags,
  summary: 'Puts what is left of a payment or credit note on invoices',
  request: { body: body(schema.Allocate) },
  responses: answers(schema.Allocated),
})
export const takeMoneyBack = createRoute({
  method: 'post',
  path: '/api/allocations/take-back',
  tags,
  summary: 'Takes money back from an invoice, all or a part',
  request: { body: body(schema.TakeBack) },
  responses: answers(schema.Allocated),
})
export const readCash = createRoute({
  method: 'get',
  path: '/api/cash-in-hand',
  tags,
  summary: 'Who has how much of the company’s money with them since when',
  responses: answers(handIns.CashInHand),
})
export const readCashOf = createRoute({
  method: 'get',
  path: '/api/cash-in-hand/{id}',
  tags,
  summary: 'The payments that a person has with them',
  request: { params },
  responses: answers(handIns.CashItems),
})
export const listHandIns = createRoute({
  method: 'get',
  path: '/api/hand-ins',
  tags,
  summary: 'Collected money that was handed in and counted, the newest first',
  request: { query: handIns.HandInQuery },
  responses: answers(handIns.HandIns),
})
export const receiveHandIn = createRoute({
  method: 'post',
  path: '/api/hand-ins',
  tags,
  summary:
    'Takes in and counts what somebody else collected; a difference is said to both and to the principals',
  request: { body: body(handIns.NewHandIn) },
  responses: answers(handIns.HandIn),
})
export const listRates = createRoute({
  method: 'get',
  path: '/api/rates',
  tags,
  summary: 'Exchange rates as they hold, the newest day first',
  request: { query: rates.RatesQuery },
  responses: answers(rates.Rates),
})
export const recordRate = createRoute({
  method: 'post',
  path: '/api/rates',
  tags,
  summary: 'Records the rate of a day, or takes it back',
  request: { body: body(rates.NewRate) },
  responses: answers(z.object({ currency: z.string(), day: z.string() })),
})
