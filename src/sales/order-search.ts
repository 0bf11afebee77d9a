import { orderKinds, orderStages } from './order.ts'

export const orderPeriods = ['month', 'quarter', 'year'] as const
/** What the address of the orders' page may say. A period ends today. */
export type OrderSearch = {
  q?: string
  stage?: (typeof orderStages)[number]
  kind?: (typeof orderKinds)[number]
  period?: (typeof orderPeriods)[number]
  customer?: string
}

/** Reads an address leniently: what isn't understood is left out. */
export function orderSearch(raw: Readonly<Record<string, unknown>>): OrderSearch {
  const { q, customer } = raw
  const stage = orderStages.find((known) => known === raw['stage'])
  const kind = orderKinds.find((known) => known === raw['kind'])
  const period = orderPeriods.find((known) => known === raw['period'])
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 100) } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(kind === undefined ? {} : { kind }),
    ...(period === undefined ? {} : { period }),
    ...(typeof customer === 'string' && /^[0-9a-f-]{36}$/.test(customer) ? { customer } : {}),
  }
}

/** The first day of a period that ends on this one: of the month, of the quarter, of the year. Days are 'YYYY-MM-DD'. */
export function startOfPeriod(period: (typeof orderPeriods)[number], today: string): string {
  if (period === 'year') return `${today.slice(0, 4)}-01-01`
  const month = Number(today.slice(5, 7))
  const first = period === 'month' ? month : month - ((month - 1) % 3)
  return `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`
}

/** Of whom an order is taken, and on which visit. */
export type NewOrderSearch = { customer?: string; visit?: string }

export function newOrderSearch({ customer, visit }: Readonly<Record<string, unknown>>): NewOrderSearch {
  return {
    ...(typeof customer === 'string' ? { customer } : {}),
    ...(typeof visit === 'string' ? { visit } : {}),
  }
}
