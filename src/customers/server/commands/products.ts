import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { ChangeProduct, NewProduct, Product } from '../../schema/product.ts'
import { insertProduct, oneProduct, updateProduct } from '../queries/products.ts'
import { putWords } from '../queries/words.ts'
import { type Work, inRegister } from './in-register.ts'
import { codeTaken } from './refusals.ts'

const empty = { category: null, unit: null, price: null, discontinued: false }

export async function addProduct(
  services: Services,
  actor: Actor,
  input: NewProduct,
): Promise<Product | Refusal> {
  const work = inRegister(services, actor, 'add-product', 'products.change', async (in_) => {
    const id = newId()
    await insertProduct(in_.tx, id, { ...empty, ...given(input) })
    return await settled(in_, id)
  })
  return await work.catch((error: unknown) => codeTaken(error, input.code))
}

/** Changes a product; refused with changed-since when somebody else saved it after the version seen. */
export async function changeProduct(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...input }: ChangeProduct,
): Promise<Product | Refusal> {
  const work = inRegister(services, actor, 'change-product', 'products.change', async (in_) => {
    const before = await oneProduct(in_.tx, id)
    if (before === null) return refuse('not-found')
    if (!(await updateProduct(in_.tx, id, version, { ...before, ...given(input) }))) {
      return refuse('changed-since', { facts: { version: before.version } })
    }
    return await settled(in_, id)
  })
  return await work.catch((error: unknown) => codeTaken(error, input.code))
}

/** Without what was left out, so that it doesn't empty what is kept. */
function given<T extends object>(input: T) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

async function settled({ tx, changes }: Work, id: string): Promise<Product | Refusal> {
  changes.add('product', id)
  const product = await oneProduct(tx, id)
  if (product === null) return refuse('not-found')
  await putWords(tx, 'product', [{ id, parts: [product.code, product.name, product.category] }])
  return product
}
