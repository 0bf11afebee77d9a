import type { Facts } from '../ownership/server/queries/facts.ts'
import { orderFacts } from '../sales/server/queries/facts.ts'

/** What other features tell ownership about customers; one line each. */
export const facts: Facts = [orderFacts]
