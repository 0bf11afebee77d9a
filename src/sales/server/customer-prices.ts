import { companyDay } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { isUuid } from '../../values/id.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { agreementOn, listsFor } from '../price-of.ts'
import type { CustomerPricesQuery } from '../schema/prices.ts'
import { agreementsOf } from './queries/agreements.ts'
import { carriedBy, currencyOn, offersFor, pricingOf } from './queries/price-facts.ts'

/** What products cost a customer on a day, and why. */
export async function customerPrices(tx: Tx, customerId: string, query: CustomerPricesQuery) {
  const pricing = await pricingOf(tx, customerId)
  if (pricing === null) return refuse('not-found')
  const asked = query.products?.split(',').filter((id) => id !== '')
  if (asked?.some((id) => !isUuid(id)) === true || (asked?.length ?? 0) > 200)
    return refuse('invalid-products')
  const day = query.day ?? (await companyDay(tx))
  const currency = query.currency ?? currencyOn(pricing, day)
  const products = asked ?? (await carriedBy(tx, customerId))
  return { day, currency, products: await offersFor(tx, pricing, products, { day, currency }) }
}

/** By which list a customer buys today, the general list behind it, and what was agreed when. */
export async function customerPriceList(tx: Tx, actor: Actor, customerId: string): Promise<object | Refusal> {
  const pricing = await pricingOf(tx, customerId)
  if (pricing === null) return refuse('not-found')
  const day = await companyDay(tx)
  const recorded = await agreementsOf(tx, customerId)
  const held = agreementOn(
    recorded.map((agreed) => ({ agreed, fromDay: agreed.fromDay, listId: agreed.list?.id ?? null })),
    day,
  )
  const asked = { day, currency: currencyOn(pricing, day) }
  const general = listsFor(pricing.customer, pricing.lists, held?.listId ?? null, asked).find(
    ({ because }) => because === 'general',
  )?.list
  return {
    holds: held?.agreed ?? null,
    general: general === undefined ? null : { id: general.id, code: general.code, name: general.name },
    history: recorded.toSorted((a, b) => (a.fromDay === b.fromDay ? 0 : a.fromDay < b.fromDay ? 1 : -1)),
    mayAgree: actor.may.includes('prices.change'),
  }
}
