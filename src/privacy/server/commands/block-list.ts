import { companyOf } from '../../../people/server/queries/company.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { readPhone } from '../../../platform/server/phones/read-phone.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { BlockState, NewBlock, Reach } from '../../schema.ts'
import { blockOf, contactsReachedBy, identifierOf, lift } from '../queries/block-list.ts'
import { type Identifier, block } from '../queries/blocked.ts'
import { addStep } from '../queries/requests.ts'

/**
 * Whether a phone or e-mail is on the block list, and how many contacts have it now. The list itself can't be read back,
 * so this is how somebody on it is found. Logged, as every search for a person (rule 10.2).
 */
export async function lookUpBlock(
  services: Services,
  actor: Actor,
  reach: Reach,
): Promise<BlockState | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'look-up-block', async (tx) => {
    const identifier = await read(tx, reach)
    if (isRefusal(identifier)) return identifier
    const contacts = await contactsReachedBy(tx, identifier)
    await noteAccess(tx, actor, { action: 'privacy.searched', rowCount: contacts })
    return { blocked: await blockOf(tx, identifier), contacts }
  })
}

/** Puts a phone or e-mail on the block list by hand, for instance of somebody who objects before they are known here. */
export async function addBlock(
  services: Services,
  actor: Actor,
  { reason, ...reach }: NewBlock,
): Promise<BlockState | Refusal> {
  if (!actor.may.includes('privacy.erase')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'add-block', async (tx) => {
    const identifier = await read(tx, reach)
    if (isRefusal(identifier)) return identifier
    if ((await blockOf(tx, identifier)) !== null) return refuse('already-blocked', { rule: '10.3' })
    await block(tx, { request: null, reason }, [identifier])
    const blocked = await blockOf(tx, identifier)
    await noteAccess(tx, actor, {
      action: 'privacy.blocked',
      detail: { hash: blocked?.hash.slice(0, 8) ?? '', kind: identifier.kind },
    })
    return { blocked, contacts: await contactsReachedBy(tx, identifier) }
  })
}

/** The person may be kept again. Logged: it changes who may come back. */
export async function liftBlock(
  services: Services,
  actor: Actor,
  hash: string,
  reason: string,
): Promise<{ hash: string } | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'lift-block', async (tx) => {
    const lifted = await lift(tx, hash, reason)
    if (lifted === null) return refuse('not-found')
    if (lifted.requestId !== null)
      await addStep(tx, lifted.requestId, 'unblocked', { hash: hash.slice(0, 8) })
    await noteAccess(tx, actor, { action: 'privacy.unblocked', detail: { hash: hash.slice(0, 8) } })
    return { hash }
  })
}

/** A phone is read by the company's country when it doesn't name its own. */
async function read(tx: Tx, { phone, email }: Reach): Promise<Identifier | Refusal> {
  const { country } = await companyOf(tx)
  const reading = phone === undefined ? null : readPhone(phone, country)
  const e164 = reading === null || reading.state === 'unrecognised' ? null : reading.e164
  const identifier = await identifierOf(tx, e164, phone === undefined ? (email ?? null) : null)
  return identifier ?? refuse('invalid-phone-unreadable', { facts: { field: 'phone' } })
}
