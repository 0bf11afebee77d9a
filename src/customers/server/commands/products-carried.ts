import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { lockCarried, putCarried, removeCarried } from '../queries/carried.ts'
import { recordHistory } from '../queries/history.ts'
import { diffOf } from '../queries/save.ts'
import { touchCustomer } from './contact-save.ts'
import { onCustomer } from './in-register.ts'

type Ids = { customer: string; product: string }
type Quantities = { quantity?: number | null | undefined; facings?: number | null | undefined }

/** The outlet carries the product, so much of it; what is left out stays as it was. */
export async function carryProduct(
  services: Services,
  actor: Actor,
  { customer, product }: Ids,
  given: Quantities,
): Promise<{ version: number } | Refusal> {
  return await onCustomer(services, actor, 'carry-product', 'customers.change', customer, async (in_) => {
    const { tx, changes, facts, row } = in_
    const before = await lockCarried(tx, customer, product)
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const diff = before === null ? null : diffOf(before, wanted)
    if (diff !== null && Object.keys(diff).length === 0) return { version: row.version }
    const id = await putCarried(tx, customer, product, { ...before, ...wanted }, facts.today)
    if (id === null) return refuse('no-such-product')
    changes.add('carried_product', id, customer)
    const entry = { customerId: customer, entity: 'carried_product', entityId: id, cause: 'edited' } as const
    await recordHistory(tx, [{ ...entry, act: diff === null ? 'created' : 'changed', fields: diff ?? {} }])
    return { version: await touchCustomer(in_) }
  })
}

/** The outlet no longer carries the product. */
export async function dropProduct(
  services: Services,
  actor: Actor,
  { customer, product }: Ids,
): Promise<{ version: number } | Refusal> {
  return await onCustomer(services, actor, 'drop-product', 'customers.change', customer, async (in_) => {
    const before = await lockCarried(in_.tx, customer, product)
    if (before === null) return refuse('not-found')
    await removeCarried(in_.tx, before.id)
    in_.changes.add('carried_product', before.id, customer, true)
    const held = ['product_id', 'quantity', 'facings', 'since_day'].filter(
      (name) => (before[name] ?? null) !== null,
    )
    const fields = Object.fromEntries(held.map((name) => [name, [before[name], null] as const]))
    const entry = { customerId: customer, entity: 'carried_product', entityId: before.id } as const
    await recordHistory(in_.tx, [{ ...entry, act: 'removed', fields, cause: 'edited' }])
    return { version: await touchCustomer(in_) }
  })
}
