import { parseDay } from '../values/day.ts'

export const visitViews = ['week', 'promises'] as const
export type VisitView = (typeof visitViews)[number]
/** What the address of the visits says: any day of the week that is shown, and whose. */
export type VisitSearch = { view?: VisitView; day?: string; person?: string }

/** Reads an address; what it doesn't know is left out. */
export function visitSearch(search: Record<string, unknown>): VisitSearch {
  const { view, day, person } = search
  return {
    ...(view === 'promises' ? { view } : {}),
    ...(typeof day === 'string' && parseDay(day) !== null ? { day } : {}),
    ...(typeof person === 'string' && /^[0-9a-f-]{36}$/.test(person) ? { person } : {}),
  }
}

export type PlanSearch = { customer?: string; day?: string }

/** What a visit is to be planned for, as far as the address says it. */
export function planSearch(search: Record<string, unknown>): PlanSearch {
  const { customer, day } = search
  return {
    ...(typeof customer === 'string' && /^[0-9a-f-]{36}$/.test(customer) ? { customer } : {}),
    ...(typeof day === 'string' && parseDay(day) !== null ? { day } : {}),
  }
}
