import type { Work } from '../../../customers/server/commands/in-register.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { againstLimits, markOverLimit } from '../queries/owed.ts'
import { concernedBy, principals } from '../queries/concerned.ts'
import { rateTable, ratesOn } from '../queries/rates.ts'

/** Tells owners and their managers of customers that came over their limit: once, when it begins, not with each invoice. */
export async function tellOverLimit(
  { tx, changes, facts }: Work,
  actor: Actor,
  customers: readonly string[],
): Promise<void> {
  if (customers.length === 0) return
  const rates = rateTable(facts.currency, await ratesOn(tx, facts.today))
  const { over } = await againstLimits(tx, actor, customers, rates)
  const began = await markOverLimit(tx, customers, [...over], facts.today)
  const concerned = await concernedBy(tx, began, facts.today)
  await tell(
    tx,
    changes,
    concerned.map(({ customerId, personId }) => ({
      personId,
      kind: 'over-limit' as const,
      about: customerId,
      facts: { customer: customerId },
    })),
  )
}

/** Tells whoever took a payment, and the customer's owner and manager, that it was voided. */
export async function tellOfVoid(
  { tx, changes, facts }: Work,
  by: string | null,
  payment: { id: string; customerId: string; collectedBy: string | null },
): Promise<void> {
  const concerned = (await concernedBy(tx, [payment.customerId], facts.today)).map(({ personId }) => personId)
  const people = new Set([...concerned, ...(payment.collectedBy === null ? [] : [payment.collectedBy])])
  await tell(
    tx,
    changes,
    [...people].map((personId) => ({
      personId,
      kind: 'payment-voided' as const,
      about: payment.id,
      facts: { customer: payment.customerId, ...(by === null ? {} : { by }) },
    })),
  )
}

/** A difference is said to whoever handed in, to whoever counted, and to the principals (rule 5.3). */
export async function tellOfDifference(
  { tx, changes }: Work,
  handIn: { id: string; personId: string; receivedBy: string; differenceMinor: number },
): Promise<void> {
  if (handIn.differenceMinor === 0) return
  const people = new Set([handIn.personId, handIn.receivedBy, ...(await principals(tx))])
  await tell(
    tx,
    changes,
    [...people].map((personId) => ({
      personId,
      kind: 'hand-in-difference' as const,
      about: handIn.id,
      facts: { person: handIn.personId, by: handIn.receivedBy, less: handIn.differenceMinor < 0 ? 1 : 0 },
    })),
  )
}
