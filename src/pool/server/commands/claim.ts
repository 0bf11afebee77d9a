import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import { wholeCustomer } from '../../../ownership/ledger.ts'
import { emitBatch } from '../../../ownership/server/commands/emit-batch.ts'
import { entriesOf } from '../../../ownership/server/queries/history.ts'
import { receiverOf } from '../../../ownership/server/queries/holders.ts'
import { liveCaseOf } from '../../../ownership/server/queries/collision-case.ts'
import { lockLedger, recordEntries } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { lostOn, mayClaim } from '../../claim.ts'
import { claimable, claimedOn, ownedBy } from '../queries/claims.ts'
import { areasOf } from '../queries/pool-page.ts'
import { readPoolRules } from '../queries/rules.ts'
import { tellManager } from './tell-of-pool.ts'

/**
 * Takes a customer out of the pool for oneself, from today (rule 2.4). Of several at once one wins and the others are
 * told whose it is; refused, with the rule and its facts, beyond the caps and in the cool-down.
 */
export async function claimCustomer(
  services: Services,
  actor: Actor,
  customerId: string,
): Promise<{ customerId: string; batchId: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  return await inRegister(
    services,
    actor,
    'claim-customer',
    'customers.claim',
    async ({ tx, changes, facts }) => {
      // One claim of a person after the other, so that the caps hold however fast the presses come.
      await oneAtATime(tx, actor, `claim ${personId}`)
      await lockLedger(tx, [customerId])
      const refusal = await whyNot(tx, facts, personId, customerId)
      if (refusal !== null) return refusal
      const { today } = facts
      const entry = { customerId, role: 'owner', seat: 0, from: today, personId } as const
      const batchId = await recordEntries(tx, changes, { cause: 'claim', today }, [entry])
      if (batchId === null) throw new Error('a claim wrote nothing')
      await emit(tx, 'customer.claimed', { customerId, personId })
      await tellManager(tx, changes, 'customer-claimed', { personId, customerId, batchId, today })
      await emitBatch(tx, today, batchId)
      return { customerId, batchId }
    },
  )
}

async function whyNot(
  tx: Tx,
  { today }: RegisterFacts,
  personId: string,
  customerId: string,
): Promise<Refusal | null> {
  const customer = await claimable(tx, customerId)
  if (customer === null) return refuse('not-found')
  const [{ rules }, claimer, areas] = [
    await readPoolRules(tx),
    await receiverOf(tx, personId, today),
    await areasOf(tx, personId),
  ]
  const ofOwner = (await entriesOf(tx, [customerId])).filter(
    ({ role, line, seat }) => role === 'owner' && line === wholeCustomer && seat === 0,
  )
  const facts = {
    today,
    claimer: { left: claimer?.left ?? true },
    customer: {
      disputed: (await liveCaseOf(tx, customerId)) !== null,
      ...customer,
      inOwnArea: customer.territoryId !== null && areas.includes(customer.territoryId),
    },
    claimedToday: await claimedOn(tx, personId, today),
    owned: await ownedBy(tx, personId, customer.tier),
    lostOn: lostOn(ofOwner, personId),
  }
  return mayClaim(facts, rules.claims)
}
