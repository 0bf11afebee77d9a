/**
 * Every kind of event and what its data holds: ids and facts, never a personal note (rule 1.2). A feature that has
 * something to tell adds a line here, its words to `locales/…/webhooks.json`, and calls `emit` in its command.
 */
export const eventTypes = {
  'ownership.changed':
    'batchId, cause, count, customerIds (the first 200), all (a path that lists them), people',
  'customer.registered': 'customerId, code, ownerId (null: the pool), registeredBy',
  'customer.claimed': 'customerId, personId',
  'customer.recycled': 'count, customerIds (the first 200), personId',
  'transfer.committed': 'transferId, batchId, count, all (a path that lists them)',
  'transfer.undone': 'transferId, batchId, count',
  'cover.begun': 'batchId, personId, count, from, to',
  'cover.ended': 'batchId, personId, count',
  'complaint.raised': 'complaintId, customerId, kind, dueOn',
  'complaint.resolved': 'complaintId, customerId',
  'payment.recorded':
    'paymentId, customerId, amountMinor, currency, method, collectedBy (null: came to the company), settles (receivableId, amountMinor)',
  'hand-in.received':
    'handInId, personId, receivedBy, currency, expectedMinor, countedMinor, differenceMinor, payments (how many)',
  'collision.opened': 'collisionId, customerId',
  'collision.ruled': 'collisionId, customerId, personId',
  'order.created':
    'orderId, code, kind, stage, customerId, personId, orderedOn, goodsMinor, currency, version, source; of more than 200 at once: count, orderIds (the first 200), source',
  'order.changed':
    'orderId, code, kind, stage, customerId, personId, orderedOn, goodsMinor, currency, version, source; of more than 200 at once: count, orderIds (the first 200), source',
  'visit.completed': 'visitId, customerId, personId, day, outcome, verdict of the check-in',
  'promise.made': 'promiseId, customerId, madeBy, dueOn',
  'tiers.computed': 'runId, asOf, count, customerIds (the first 200), all (a path that lists them)',
  'tiers.undone': 'runId, count, customerIds (the first 200), all (a path that lists those that had moved)',
} as const satisfies Record<string, string>

export type EventType = keyof typeof eventTypes
export const eventTypeNames = Object.keys(eventTypes) as EventType[]
/** What the button sends that tries an endpoint. */
export const testType = 'webhook.test'

/** A payload names so many customers at most; the rest is fetched. */
export const mostCustomers = 200
