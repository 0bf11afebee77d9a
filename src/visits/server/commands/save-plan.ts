import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { lockLedger } from '../../../ownership/server/queries/ledger.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { planChange } from '../../plan-save.ts'
import type { SavePlan } from '../../schema/plan.ts'
import { mayLookAt } from '../due-page.ts'
import { type AskedStop, againstStops, othersOf } from '../queries/plan.ts'
import { type NewStop, insertPlan, insertStops, lockPlanned, placeVisits } from '../queries/save-plan.ts'
import { refusesWished } from './may-plan.ts'

export type PlanSaved = { planId: string; added: number; moved: number; removed: number }

/**
 * Saves a person's week as planned visits, all of it or nothing (rule 4.1). Refused, with what stands against it, when the
 * world isn't as it was when the plan was made: other visits, a customer that closed, a day on which it is shut.
 */
export async function savePlan(
  services: Services,
  actor: Actor,
  input: SavePlan,
): Promise<PlanSaved | Refusal> {
  if (!mayLookAt(actor, input.personId)) return refuse('not-in-your-team')
  return await inRegister(services, actor, 'save-plan', 'visits.write', async (in_) => {
    const { tx, changes, facts } = in_
    const { personId } = input
    const week = { from: input.from, to: addDays(input.from as Day, 6) }
    const stops = [...input.days.flatMap((one) => one.stops), ...input.others]
    await lockLedger(
      tx,
      stops.map(({ customerId }) => customerId),
    )
    const now = await lockPlanned(tx, { person: personId, ...week })
    const change = planChange(input, now, { ...week, today: facts.today })
    if (isRefusal(change)) return change
    const own = change.added.map((stop): NewStop => ({ id: newId(), personId, ...stop }))
    const others = input.others.map((stop): NewStop => ({ id: newId(), position: null, ...stop }))
    const customerOf = new Map(now.map(({ id, customerId }) => [id, customerId]))
    const asked = [
      ...[...own, ...others].map(({ id, customerId, day }) => ({ customerId, day, visitId: id })),
      ...change.moved.map(({ id, day }) => ({ customerId: customerOf.get(id) ?? '', day, visitId: id })),
    ]
    const wished = [...own, ...others].map((stop) => ({ ...stop, plannedOn: stop.day }))
    const no =
      (await refusesStops(in_, asked, now)) ??
      (await refusesWished(tx, wished)) ??
      (await refusesOthers(in_, input, week))
    if (no !== null) return no
    const steps = change.moved.length + own.length + others.length + change.removed.length
    if (steps === 0) return refuse('nothing-changed')
    await insertStops(tx, [...own, ...others])
    const removed = now.filter(({ id }) => change.removed.includes(id))
    await placeVisits(tx, [
      ...change.moved.map(({ id, day, position }) => ({ id, plannedOn: day, position, cancelled: false })),
      ...removed.map(({ id, plannedOn, position }) => ({ id, plannedOn, position, cancelled: true })),
    ])
    const touched = now.filter(
      ({ id }) => change.removed.includes(id) || change.moved.some((one) => one.id === id),
    )
    const planId = newId()
    await insertPlan(tx, {
      id: planId,
      personId,
      from: input.from,
      steps: [
        ...[...own, ...others].map(({ id, customerId }) => ({
          visitId: id,
          customerId,
          version: 1,
          before: null,
        })),
        ...touched.map(({ id, customerId, version, plannedOn, position, cancelled }) => ({
          visitId: id,
          customerId,
          version: version + 1,
          before: { plannedOn, position, cancelled },
        })),
      ],
    })
    changes.addAll('visit', [...own, ...others, ...touched])
    await tellOthers(in_, actor, [...others, ...(personId === actor.personId ? [] : own.slice(0, 1))])
    return { planId, added: own.length + others.length, moved: change.moved.length, removed: removed.length }
  })
}

/** The first thing that stands against a stop, with how many do. */
async function refusesStops(
  { tx }: Work,
  asked: readonly AskedStop[],
  now: readonly { readonly id: string }[],
): Promise<Refusal | null> {
  const found = await againstStops(
    tx,
    asked,
    now.map(({ id }) => id),
  )
  const problems = found.flatMap(({ against, name }, index) =>
    against === null ? [] : [{ against, name, day: asked[index]?.day ?? '' }],
  )
  const [first] = problems
  if (first === undefined) return null
  if (first.against === 'not-found') return refuse('not-found')
  return refuse(`plan-${first.against}`, {
    rule: '4.1',
    facts: { name: first.name ?? '', day: first.day, others: problems.length - 1 },
  })
}

/** Somebody else's visit is theirs to make only at a customer that they hold, manage or know (rule 4.2). */
async function refusesOthers(
  { tx, facts }: Work,
  input: SavePlan,
  week: { from: string; to: string },
): Promise<Refusal | null> {
  if (input.others.length === 0) return null
  if (input.others.some(({ day }) => day < facts.today || day < week.from || day > week.to))
    return refuse('plan-past')
  const customers = input.others.map(({ customerId }) => customerId)
  const known = await othersOf(tx, customers, { owner: input.personId, today: facts.today, most: 1 })
  const may = input.others.every(({ personId }, index) =>
    known[index]?.people.some(({ person }) => person.id === personId),
  )
  return may ? null : refuse('plan-no-other', { rule: '4.2' })
}

async function tellOthers({ tx, changes }: Work, actor: Actor, visits: readonly NewStop[]): Promise<void> {
  const by = actor.personId === null ? {} : { by: actor.personId }
  await tell(
    tx,
    changes,
    visits
      .filter(({ personId }) => personId !== actor.personId)
      .map(({ id, personId, customerId, day }) => ({
        personId,
        kind: 'visit-planned' as const,
        about: id,
        facts: { customer: customerId, on: day, ...by },
      })),
  )
}
