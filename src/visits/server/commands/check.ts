import { confirmCustomer } from '../../../customers/server/commands/state.ts'
import { changeCustomer } from '../../../customers/server/commands/change.ts'
import { inRegister } from '../../../customers/server/commands/in-register.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { fence } from '../../fence.ts'
import type { CheckIn, CheckOut, StartVisit, Visit } from '../../schema/visit.ts'
import { outletOf, positionOf } from '../queries/place.ts'
import { takenAt, visitWith } from '../queries/visit.ts'
import { checkColumns, insertUnplanned, notCheckedIn, updateVisit } from '../queries/write.ts'
import { idTaken, onVisit } from './on-visit.ts'
import { refusesOutlet } from './plan.ts'
import { saidColumns } from './record.ts'

/** The visit begins: the server's time counts, and a position is compared with the outlet's place (rule 4.3). */
export async function checkIn(
  services: Services,
  actor: Actor,
  id: string,
  input: CheckIn,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'check-in', id }, async ({ tx, visit, facts, now }) => {
    const outlet = await outletOf(tx, visit.customer.id)
    const fenced = fence(outlet?.place ?? null, input.position === null ? null : positionOf(input.position))
    await updateVisit(tx, id, { ...checkColumns('in', now, input, fenced), visited_on: facts.today })
  })
}

/** Checks in on a visit that nobody planned. The same id again is the same visit. */
export async function startVisit(
  services: Services,
  actor: Actor,
  input: StartVisit,
): Promise<Visit | Refusal> {
  const work = inRegister(services, actor, 'start-visit', 'visits.write', async (in_) => {
    const { tx, changes, facts } = in_
    const there = await visitWith(tx, input.id, actor)
    if (there !== null) return there.customer.id === input.customerId ? there : refuse('already-there')
    if (actor.personId === null) return refuse('not-allowed')
    const refusal = await refusesOutlet(in_, input.customerId)
    if (refusal !== null) return refusal
    const outlet = await outletOf(tx, input.customerId)
    const fenced = fence(outlet?.place ?? null, input.position === null ? null : positionOf(input.position))
    await insertUnplanned(tx, { ...input, day: facts.today })
    await updateVisit(tx, input.id, checkColumns('in', services.now(), input, fenced))
    changes.add('visit', input.id, input.customerId)
    return (await visitWith(tx, input.id, actor)) ?? refuse('not-found')
  })
  return await work.catch(idTaken)
}

/** Takes a check-in back, when the wrong button was hit; an unplanned visit is cancelled by it. */
export async function undoCheckIn(services: Services, actor: Actor, id: string): Promise<Visit | Refusal> {
  return await onVisit(
    services,
    actor,
    { action: 'undo-check-in', id },
    async ({ tx, visit, facts, now }) => {
      const gone =
        visit.plannedOn === null
          ? { planned_on: facts.today, cancelled_at: now, cancelled_by: actor.personId, cancel_cause: 'hand' }
          : {}
      await updateVisit(tx, id, { ...notCheckedIn, ...gone })
    },
  )
}

/** The visit ends, with what came of it. A profile that was looked through on the spot is fresh from today (rule 1.3). */
export async function checkOut(
  services: Services,
  actor: Actor,
  id: string,
  input: CheckOut,
): Promise<Visit | Refusal> {
  const done = await onVisit(services, actor, { action: 'check-out', id }, async ({ tx, visit, now }) => {
    const outlet = await outletOf(tx, visit.customer.id)
    const fenced = fence(outlet?.place ?? null, input.position === null ? null : positionOf(input.position))
    await updateVisit(tx, id, { ...checkColumns('out', now, input, fenced), ...saidColumns(input) })
    await emit(tx, 'visit.completed', {
      visitId: id,
      customerId: visit.customer.id,
      personId: visit.person.id,
      day: visit.visitedOn,
      outcome: input.outcome ?? visit.outcome,
      verdict: visit.verdict,
    })
  })
  if (!isRefusal(done) && input.confirmsProfile === true && actor.may.includes('customers.change'))
    await confirmCustomer(services, actor, done.customer.id)
  return done
}

/**
 * Proposes where a visit was checked in as the outlet's place (rules 1.1 and 1.4): saved at once where the register had
 * none or only the city's, else a request for whoever may not change it.
 */
export async function proposePlace(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ saved: boolean } | Refusal> {
  const no = lacks(actor, 'visits.write')
  if (no !== null) return no
  const found = await readAs(services.db, actor, async (tx) => {
    const visit = await visitWith(tx, id, actor)
    if (visit === null) return null
    return { visit, taken: await takenAt(tx, id), outlet: await outletOf(tx, visit.customer.id) }
  })
  if (found === null) return refuse('not-found')
  const { visit, taken, outlet } = found
  if (!visit.mayProposePlace || taken === null) return refuse('no-better-place', { rule: '1.4' })
  const location = {
    latitude: taken.latitude,
    longitude: taken.longitude,
    accuracyM: Math.ceil(taken.accuracyMetres),
    locatedBy: 'visited' as const,
  }
  const set = { location: [outlet?.location ?? null, location] as [unknown, typeof location] }
  const changed = await changeCustomer(services, actor, visit.customer.id, { set })
  if (isRefusal(changed)) return changed
  return { saved: changed.saved.includes('location') }
}
