import type { Facts } from '../ownership/server/queries/facts.ts'
import { collisionExemptions, coverExemptions, lockExemptions } from '../pool/server/queries/exempt.ts'
import type { PoolSources } from '../pool/server/queries/clocks.ts'
import { poolFacts } from '../pool/server/queries/facts.ts'
import { complaintFacts } from '../service/server/queries/facts.ts'
import { moneyFacts } from '../sales/server/queries/money-facts.ts'
import { orderFacts } from '../sales/server/queries/facts.ts'
import { visitFacts } from '../visits/server/queries/facts.ts'

/** What other features tell ownership about customers; one line each. */
export const facts: Facts = [orderFacts, visitFacts, complaintFacts, poolFacts, moneyFacts]

/** What the pool asks of others: those facts, and when days don't count; one line each. */
export const poolSources: PoolSources = {
  facts,
  exemptions: [coverExemptions, lockExemptions, collisionExemptions],
}
