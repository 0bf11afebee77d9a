import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { refuse } from '../../../values/refusal.ts'
import { lacks } from '../../../people/permissions.ts'
import type { CoverageSettings } from '../../coverage.ts'
import { coverageRules, keepCoverageRules } from '../queries/coverage-rules.ts'

/** Changes what counts as knowing a customer. Refused with changed-since when somebody saved after the version seen. */
export async function changeCoverageRules(
  { db }: Services,
  actor: Actor,
  { settings, version }: { settings: CoverageSettings; version: number },
): Promise<{ settings: CoverageSettings; version: number } | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  return await commandAs(db, actor, 'change-coverage-rules', async (tx, changes) => {
    const before = await coverageRules(tx)
    if (before.version !== version || !(await keepCoverageRules(tx, settings, version)))
      return refuse('changed-since', { facts: { version: before.version } })
    changes.add('organization', actor.organizationId)
    return { settings, version: version + 1 }
  })
}
