import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import { seeingAll } from '../../../customers/server/queries/sight.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { ChangePriceList, NewPriceList, PriceList } from '../../schema/prices.ts'
import * as queries from '../queries/price-lists.ts'

const empty = { fromDay: null, toDay: null, channels: [], tiers: [], byAgreement: false, rank: 100 }

export async function addPriceList(
  services: Services,
  actor: Actor,
  input: NewPriceList,
): Promise<PriceList | Refusal> {
  const work = inRegister(services, actor, 'add-price-list', 'prices.change', async (in_) => {
    const id = newId()
    const list = { ...empty, ...given(input) }
    const wrong = refusalOf(list)
    if (wrong !== null) return wrong
    await queries.insertPriceList(in_.tx, id, list)
    return await settled(in_, id)
  })
  return await work.catch((error: unknown) => codeTaken(error, input.code))
}

/** Changes a price list; refused with changed-since when somebody else saved it after the version seen. */
export async function changePriceList(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...input }: ChangePriceList,
): Promise<PriceList | Refusal> {
  const work = inRegister(services, actor, 'change-price-list', 'prices.change', async (in_) => {
    const locked = await queries.lockPriceList(in_.tx, id)
    const before = await queries.onePriceList(in_.tx, id)
    if (locked === null || before === null) return refuse('not-found')
    if (locked.version !== version) return refuse('changed-since', { facts: { version: locked.version } })
    const list = { ...before, ...given(input) }
    const wrong = refusalOf(list)
    if (wrong !== null) return wrong
    // Its prices are whole minor units of the currency: in another they would mean something else (rule 5.2).
    if (list.currency !== before.currency && (await queries.usesOf(in_.tx, id)).prices)
      return refuse('list-has-prices', { rule: '5.2' })
    await queries.updatePriceList(in_.tx, id, list)
    return await settled(in_, id)
  })
  return await work.catch((error: unknown) => codeTaken(error, input.code ?? ''))
}

/** Removes a list by which nobody ever bought; one that was used ends on a day instead. */
export async function removePriceList(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await inRegister(services, actor, 'remove-price-list', 'prices.change', async ({ tx, changes }) => {
    if ((await queries.lockPriceList(tx, id)) === null) return refuse('not-found')
    if ((await seeingAll(tx, () => queries.usesOf(tx, id))).used) return refuse('list-in-use')
    const prices = await queries.deletePriceList(tx, id)
    changes.addAll('price', prices, true)
    changes.add('price_list', id, null, true)
    return { id }
  })
}

function refusalOf(list: queries.PriceListColumns): Refusal | null {
  if (list.fromDay !== null && list.toDay !== null && list.toDay < list.fromDay)
    return refuse('ends-before-it-begins')
  const narrowed = list.channels.length > 0 || list.tiers.length > 0
  return list.byAgreement && narrowed ? refuse('agreed-or-general') : null
}

/** Without what was left out, so that it doesn't empty what is kept. */
function given<T extends object>(input: T) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

async function settled({ tx, changes }: Work, id: string): Promise<PriceList | Refusal> {
  changes.add('price_list', id)
  return (await queries.onePriceList(tx, id)) ?? refuse('not-found')
}

function codeTaken(error: unknown, code: string): Refusal {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
  if (constraint !== 'price_list_organization_id_code_key') throw error
  return refuse('code-taken', { facts: { code } })
}
