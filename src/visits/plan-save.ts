import type { Refusal } from '../values/refusal.ts'
import { refuse } from '../values/refusal.ts'

type Seen = { readonly id: string; readonly version: number }
type Stop = { readonly visitId: string | null; readonly customerId: string; readonly reason: string }
type Day = { readonly day: string; readonly stops: readonly Stop[] }
type Planned = {
  readonly id: string
  readonly customerId: string
  readonly version: number
  readonly plannedOn: string
  readonly position: number | null
}

export type PlanChange = {
  readonly added: readonly (Omit<Stop, 'visitId'> & { readonly day: string; readonly position: number })[]
  readonly moved: readonly { readonly id: string; readonly day: string; readonly position: number }[]
  readonly removed: readonly string[]
}
type No =
  | 'plan-changed'
  | 'plan-past'
  | 'plan-outside'
  | 'plan-twice'
  | 'plan-unknown-visit'
  | 'nothing-changed'

/**
 * What saving a week changes, compared with the planned visits as they now are. Refused when these aren't as they were seen
 * when the plan was made, when a day lies outside the week or has passed, and when a customer stands in a day twice.
 */
export function planChange(
  asked: { readonly seen: readonly Seen[]; readonly days: readonly Day[] },
  now: readonly Planned[],
  week: { readonly from: string; readonly to: string; readonly today: string },
): PlanChange | Refusal<No> {
  const seen = new Map(asked.seen.map(({ id, version }) => [id, version]))
  if (seen.size !== now.length || now.some(({ id, version }) => seen.get(id) !== version))
    return refuse('plan-changed', { rule: '4.1' })
  const stops = asked.days.flatMap(({ day, stops: inDay }) =>
    inDay.map((stop, position) => ({ ...stop, day, position })),
  )
  if (stops.some(({ day }) => day < week.from || day > week.to))
    return refuse('plan-outside', { rule: '4.1' })
  if (new Set(stops.map(({ day, customerId }) => `${day} ${customerId}`)).size < stops.length)
    return refuse('plan-twice', { rule: '4.1' })
  const planned = new Map(now.map((visit) => [visit.id, visit]))
  const kept = stops.flatMap(({ visitId, customerId, day, position }) =>
    visitId === null ? [] : [{ id: visitId, customerId, day, position }],
  )
  if (
    kept.some(({ id, customerId }) => planned.get(id)?.customerId !== customerId) ||
    new Set(kept.map(({ id }) => id)).size < kept.length
  )
    return refuse('plan-unknown-visit', { rule: '4.1' })
  const moved = kept.flatMap(({ id, day, position }) => {
    const before = planned.get(id)
    return before?.plannedOn === day && before.position === position ? [] : [{ id, day, position }]
  })
  const added = stops.flatMap(({ visitId, ...stop }) => (visitId === null ? [stop] : []))
  const removed = now.flatMap(({ id }) => (kept.some((one) => one.id === id) ? [] : [id]))
  const newDays = [...added, ...moved.filter(({ id, day }) => planned.get(id)?.plannedOn !== day)]
  if (newDays.some(({ day }) => day < week.today)) return refuse('plan-past', { rule: '4.1' })
  return { added, moved, removed }
}
