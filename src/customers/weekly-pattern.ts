import type { WeeklyInterval } from './hours.ts'

export type Span = { readonly from: string; readonly to: string }
/** Days (1 Monday to 7) that share their hours: how people say them, "Monday to Friday 9 to 14 and 17 to 20". */
export type DayGroup = { readonly days: readonly number[]; readonly spans: readonly Span[] }

export const weekDays = [1, 2, 3, 4, 5, 6, 7] as const

/** Weekly hours as groups of days with the same hours, by their first day. Days without hours are in none. */
export function groupsOf(hours: readonly WeeklyInterval[]): DayGroup[] {
  const groups = new Map<string, { days: number[]; spans: Span[] }>()
  for (const day of weekDays) {
    const spans = hours
      .filter((one) => one.day === day)
      .map(({ from, to }) => ({ from, to }))
      .toSorted((a, b) => a.from.localeCompare(b.from))
    if (spans.length === 0) continue
    const key = spans.map(({ from, to }) => `${from}-${to}`).join()
    const group = groups.get(key) ?? { days: [], spans }
    group.days.push(day)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The weekly hours that groups of days make, in the order of the week. */
export function hoursOf(groups: readonly DayGroup[]): WeeklyInterval[] {
  return groups
    .flatMap(({ days, spans }) => days.flatMap((day) => spans.map((span) => ({ day, ...span }))))
    .toSorted((a, b) => a.day - b.day || a.from.localeCompare(b.from))
}

/** Days beside each other stand together: [1, 2, 3, 6] is [[1, 3], [6, 6]]. */
export function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const day of days.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === day - 1) last[1] = day
    else runs.push([day, day])
  }
  return runs
}

/** A day belongs to one group: choosing it in one takes it out of the others. */
export function withDays(groups: readonly DayGroup[], at: number, days: readonly number[]): DayGroup[] {
  return groups.map((group, place) =>
    place === at
      ? { ...group, days: days.toSorted((a, b) => a - b) }
      : { ...group, days: group.days.filter((day) => !days.includes(day)) },
  )
}
