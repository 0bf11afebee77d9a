import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { type WishedVisit, againstPlanning } from '../queries/may-plan.ts'

/**
 * Why these visits can't be planned by the asker, or null; asked behind `lockLedger`. Seeing a customer for a visit is not
 * enough to plan the next one there (rule 9.4), and whoever serves a customer can't plan as somebody else, which would keep
 * the visit from following the ledger (rule 2.5).
 */
export async function refusesWished(
  tx: Tx,
  visits: readonly WishedVisit[],
): Promise<Refusal<'not-your-customer' | 'serves-it'> | null> {
  const { strange, served } = await againstPlanning(tx, visits)
  if (strange > 0) return refuse('not-your-customer', { rule: '9.4' })
  return served > 0 ? refuse('serves-it', { rule: '4.2' }) : null
}
