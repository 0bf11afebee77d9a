import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { receiverOf } from '../../../ownership/server/queries/holders.ts'
import { lockLedger } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { MoveVisit, PlanVisit, Visit } from '../../schema/visit.ts'
import { insertCompanions } from '../queries/companions.ts'
import { outletOf } from '../queries/place.ts'
import { visitWith } from '../queries/visit.ts'
import { asServed, insertPlanned, insertTasks, updateVisit } from '../queries/write.ts'
import { refusesWished } from './may-plan.ts'
import { idTaken, onVisit } from './on-visit.ts'

/** A plan that a phone made in the last days may still come in; more than two years ahead is a slip of the finger. */
const daysBack = 7
const daysAhead = 730

/** Plans a visit at a customer whom the asker or somebody below holds, for oneself or for somebody below. The same id again is the same visit. */
export async function planVisit(
  services: Services,
  actor: Actor,
  input: PlanVisit,
): Promise<Visit | Refusal> {
  const work = inRegister(services, actor, 'plan-visit', 'visits.write', async (in_) => {
    const { tx, changes } = in_
    const there = await visitWith(tx, input.id, actor)
    if (there !== null) return there.customer.id === input.customerId ? there : refuse('already-there')
    const personId = input.personId ?? actor.personId
    if (personId === null) return refuse('not-allowed')
    const { id, customerId, plannedOn, reason = 'hand' } = input
    await lockLedger(tx, [customerId])
    const refusal =
      (await refusesOutlet(in_, customerId)) ??
      (await refusesPlan(in_, actor, { personId, plannedOn })) ??
      (await refusesWished(tx, [{ customerId, personId, plannedOn, reason }]))
    if (refusal !== null) return refusal
    await insertPlanned(tx, { ...input, personId, reason })
    changes.add('visit', id, customerId)
    const tasks = input.tasks ?? []
    await insertTasks(tx, input, tasks)
    for (const task of tasks) changes.add('visit_task', task.id, customerId)
    const along = [...new Set(input.companionIds ?? [])].filter((one) => one !== personId)
    const unknown = await refusesCompanions(in_, along, input.plannedOn)
    if (unknown !== null) return unknown
    if (along.length > 0)
      changes.addAll(
        'visit_companion',
        (await insertCompanions(tx, input, along)).map((row) => ({ id: row, customerId })),
      )
    await tellOfPlan(in_, actor, { id, customerId, on: input.plannedOn }, [personId, ...along])
    return (await visitWith(tx, id, actor)) ?? refuse('not-found')
  })
  return await work.catch(idTaken)
}

/** Plans a visit for another day, time or person. */
export async function moveVisit(
  services: Services,
  actor: Actor,
  id: string,
  input: MoveVisit,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'move', id }, async (in_) => {
    const { tx, visit } = in_
    const personId = input.personId ?? visit.person.id
    const plannedOn = input.plannedOn ?? visit.plannedOn ?? in_.facts.today
    const refusal = await refusesPlan(in_, actor, { personId, plannedOn })
    if (refusal !== null && (input.personId !== undefined || refusal.refused !== 'not-in-your-team'))
      return refusal
    if (personId !== visit.person.id) {
      const { customer, reason } = visit
      const no = await refusesWished(tx, [{ customerId: customer.id, personId, plannedOn, reason }])
      if (no !== null) return no
    }
    await updateVisit(tx, id, {
      person_id: personId,
      planned_on: plannedOn,
      ...(input.plannedAt === undefined ? {} : { planned_at: input.plannedAt }),
      ...(input.minutes === undefined ? {} : { minutes: input.minutes }),
      // Its place was one in the route of another day or person.
      ...(personId !== visit.person.id || plannedOn !== visit.plannedOn ? { position: null } : {}),
    })
    await asServed(tx, id)
    if (personId !== visit.person.id || plannedOn !== visit.plannedOn)
      await tellOfPlan(in_, actor, { id, customerId: visit.customer.id, on: plannedOn }, [personId])
  })
}

/** Why nobody can plan or make a visit at this customer, or null. */
export async function refusesOutlet({ tx }: Work, customer: string): Promise<Refusal | null> {
  const outlet = await outletOf(tx, customer)
  if (outlet === null) return refuse('not-found')
  return outlet.status === 'active' || outlet.status === 'closed' ? null : refuse('not-active')
}

async function refusesPlan(
  { tx, facts }: Work,
  actor: Actor,
  { personId, plannedOn }: { personId: string; plannedOn: string },
): Promise<Refusal | null> {
  if (plannedOn < addDays(facts.today, -daysBack)) return refuse('invalid-past-day')
  if (plannedOn > addDays(facts.today, daysAhead)) return refuse('invalid-too-far')
  const receiver = await receiverOf(tx, personId, plannedOn as Day)
  if (receiver === null) return refuse('no-such-person')
  if (receiver.left) return refuse('has-left', { rule: '2.9' })
  const within = actor.people.includes(personId) || actor.may.includes('customers.read.all')
  return within ? null : refuse('not-in-your-team')
}

/** Anybody of the company may come along; whoever has left can't. */
export async function refusesCompanions(
  { tx }: Work,
  people: readonly string[],
  on: string,
): Promise<Refusal | null> {
  for (const person of people) {
    const receiver = await receiverOf(tx, person, on)
    if (receiver === null) return refuse('no-such-person')
    if (receiver.left) return refuse('has-left', { rule: '2.9' })
  }
  return null
}

async function tellOfPlan(
  { tx, changes }: Work,
  actor: Actor,
  visit: { id: string; customerId: string; on: string },
  people: readonly string[],
): Promise<void> {
  const by = actor.personId === null ? {} : { by: actor.personId }
  const facts = { customer: visit.customerId, on: visit.on, ...by }
  const others = people.filter((person) => person !== actor.personId)
  await tell(
    tx,
    changes,
    others.map((personId) => ({ personId, kind: 'visit-planned' as const, about: visit.id, facts })),
  )
}

/** Adds somebody who comes along: a joint visit (rule 3.5). */
export async function addCompanion(
  services: Services,
  actor: Actor,
  id: string,
  person: string,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'join', id }, async (in_) => {
    const { tx, changes, visit, facts } = in_
    if (visit.person.id === person) return refuse('invalid-own-companion')
    if (visit.companions.some((one) => one.id === person)) return
    const on = visit.visitedOn ?? visit.plannedOn ?? facts.today
    const refusal = await refusesCompanions(in_, [person], on)
    if (isRefusal(refusal)) return refusal
    const customerId = visit.customer.id
    const [row = ''] = await insertCompanions(tx, { id, customerId }, [person])
    changes.add('visit_companion', row, customerId)
    await tellOfPlan(in_, actor, { id, customerId, on }, [person])
  })
}
