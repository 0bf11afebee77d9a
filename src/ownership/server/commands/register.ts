import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { columnsFor } from '../../../customers/fields.ts'
import { derivedFrom } from '../../../customers/server/commands/derived.ts'
import { codeTaken } from '../../../customers/server/commands/refusals.ts'
import { type RegisterFacts, registerFacts } from '../../../customers/server/queries/company.ts'
import { rescore } from '../../../customers/server/queries/completeness.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { putCustomerWords } from '../../../customers/server/queries/words.ts'
import { insertContacts, insertCustomer, nextCode } from '../../../customers/server/queries/write.ts'
import { customerFieldNames } from '../../../customers/fields.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import type { Day } from '../../../values/day.ts'
import { claimedDay } from '../../claimed-day.ts'
import { mayReceive } from '../../receive.ts'
import type { RegisterCustomer } from '../../schema.ts'
import { recordEntries } from '../queries/ledger.ts'
import { receiverOf } from '../queries/holders.ts'
import { tellOfBatch } from './tell-of-batch.ts'
import { insertClaimedDay } from '../queries/claimed-day.ts'
import { lookBefore, rememberApart } from './look-before.ts'
import { outletOfNew } from './outlet-of-new.ts'

type Registered = { id: string; code: string; ownerId: string | null }

/**
 * Registers a customer with its first owner (rule 2.3), from the day on which the company received it. Refuses one that is
 * probably there already, a code in use, an owner who has left or, for whoever may not assign, another owner than oneself.
 */
export async function registerCustomer(
  services: Services,
  actor: Actor,
  input: RegisterCustomer,
): Promise<Registered | Refusal> {
  if (!actor.may.includes('customers.register')) return refuse('not-allowed')
  const work = commandAs(services.db, actor, 'register-customer', async (tx, changes) => {
    const facts = await registerFacts(tx, actor, services.now)
    const ownerId = await firstOwner(tx, facts, input.owner)
    if (isRefusal(ownerId)) return ownerId
    const id = input.id ?? newId()
    const code = input.code ?? (await nextCode(tx))
    const { today } = facts
    const claimed = claimedDay((input.claimedOn ?? null) as Day | null, today)
    if (isRefusal(claimed)) return claimed
    const given = columnsOfNew(input, facts)
    const columns = { ...given, ...(await derivedFrom(tx, {}, given, facts.country)) }
    const alike = await lookBefore(tx, outletOfNew(id, columns, input, facts.country), input.anotherOutlet)
    if (isRefusal(alike)) return alike
    await insertCustomer(tx, { ...columns, id, code })
    changes.add('customer', id, id)
    const first = { customerId: id, role: 'owner', seat: 0, from: today, personId: ownerId } as const
    const batchId = await recordEntries(tx, changes, { cause: 'registered', today }, [first])
    await tellOfBatch(tx, changes, facts, batchId)
    if (claimed !== null) {
      await insertClaimedDay(tx, { customerId: id, claimedOn: claimed, receivedOn: today })
      changes.add('claimed_day', id, id)
    }
    await emit(tx, 'customer.registered', { customerId: id, code, ownerId, registeredBy: actor.personId })
    const contacts = await insertContacts(tx, id, input.contacts ?? [], input.country ?? facts.country)
    changes.addAll(
      'contact',
      contacts.map((contactId) => ({ id: contactId, customerId: id })),
    )
    const created = { customerId: id, act: 'created', cause: 'registered' } as const
    await recordHistory(tx, [
      { ...created, entity: 'customer', entityId: id },
      ...contacts.map((entityId) => ({ ...created, entity: 'contact', entityId }) as const),
    ])
    await rescore(tx, [id], facts.settings.weights)
    await putCustomerWords(tx, [id])
    await rememberApart(tx, id, alike, input.anotherOutlet)
    return { id, code, ownerId }
  })
  return await work.catch((error: unknown) => codeTaken(error, input.code))
}

/** Who the customer is for: by default the salesperson who registers it, else the pool. */
async function firstOwner(
  tx: Tx,
  { actor, today }: RegisterFacts,
  wanted: string | undefined,
): Promise<string | null | Refusal> {
  const self = actor.personId === null ? null : await receiverOf(tx, actor.personId, today)
  const owner =
    wanted ?? (self?.isSalesperson === true || !actor.may.includes('customers.assign') ? 'me' : 'pool')
  const personId = owner === 'pool' ? null : owner === 'me' ? actor.personId : owner
  const receiver = personId === null ? null : await receiverOf(tx, personId, today)
  return mayReceive({ personId, receiver, role: 'owner' }, actor) ?? personId
}

function columnsOfNew(input: RegisterCustomer, facts: RegisterFacts): Record<string, unknown> {
  const given = customerFieldNames.filter((field) => input[field] !== undefined)
  const columns = Object.assign({}, ...given.map((field) => columnsFor(field, input[field]))) as Record<
    string,
    unknown
  >
  return {
    ...columns,
    country: input.country ?? facts.country,
    tier: input.tier ?? null,
    registered_on: facts.today,
    registered_by: facts.actor.personId,
    confirmed_on: facts.today,
  }
}
