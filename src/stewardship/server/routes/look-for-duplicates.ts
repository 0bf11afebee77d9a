import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'

/** Asks for a run of the search; while one waits or runs already this adds nothing. */
export async function lookForDuplicates(services: Services, actor: Actor): Promise<void> {
  const { organizationId } = actor
  await services.jobs.enqueue('find-duplicates', { organizationId }, organizationId)
}
