import { onCustomer } from '../../../customers/server/commands/in-register.ts'
import { saveCustomer } from '../../../customers/server/commands/save.ts'
import { whenAllowed } from '../../../people/server/commands/when-allowed.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { CadenceRules } from '../../cadence-rules.ts'
import { writeCadenceRules } from '../queries/cadence-rules.ts'
import { putCapacity } from '../queries/capacity.ts'

/** Changes how often customers are visited; what is due follows at once. */
export async function changeCadenceRules(
  services: Services,
  actor: Actor,
  { rules, version }: { rules: CadenceRules; version: number },
): Promise<{ rules: CadenceRules; version: number } | Refusal> {
  return await whenAllowed(services, actor, 'company.settings', 'change-cadence', async (tx, changes) => {
    if (!(await writeCadenceRules(tx, rules, version))) return refuse('changed-meanwhile')
    changes.add('organization', actor.organizationId)
    return { rules, version: version + 1 }
  })
}

/** Says of one customer how often it is visited, with the reason; null: as its tier is again. */
export async function setCustomerCadence(
  services: Services,
  actor: Actor,
  id: string,
  { weeks, reason }: { weeks: number | null; reason: string },
): Promise<{ version: number } | Refusal> {
  return await onCustomer(services, actor, 'set-cadence', 'customers.change', id, async (in_) => ({
    version: await saveCustomer(
      in_,
      in_.row,
      { visit_weeks: weeks, visit_weeks_reason: weeks === null ? null : reason },
      { cause: 'cadence-by-hand' },
    ),
  }))
}

export type CapacitySet = {
  readonly visitsADay: number | null
  readonly workdays: readonly number[] | null
  readonly base: { readonly latitude: number; readonly longitude: number } | null
}

/** Says what a person can do: they themselves, or whoever is above them. */
export async function setCapacity(
  services: Services,
  actor: Actor,
  personId: string,
  capacity: CapacitySet,
): Promise<{ id: string } | Refusal> {
  if (!actor.people.includes(personId)) return refuse('not-allowed')
  return await whenAllowed(services, actor, 'visits.write', 'set-visit-capacity', async (tx, changes) => {
    const id = await putCapacity(tx, personId, capacity)
    changes.add('visit_capacity', id)
    return { id }
  })
}
