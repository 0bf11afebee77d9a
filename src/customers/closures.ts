import { type Day, dayOf } from '../values/day.ts'

/** A closure of every year, 'MM-DD' to 'MM-DD', both included; `from` after `to` spans the turn of the year. */
export type Closure = { readonly from: string; readonly to: string; readonly reason?: string | undefined }

/** Whether the text is a month and day that some year has, 02-29 included. */
export function isYearDay(text: string): boolean {
  const found = /^(\d{2})-(\d{2})$/.exec(text)
  return found !== null && dayOf(2024, Number(found[1]), Number(found[2])) !== null
}

/** The closure that the day falls into, or null: no visit is due and nothing falls to the pool then (rule 2.4). */
export function closureOn(closures: readonly Closure[], day: Day): Closure | null {
  const yearDay = day.slice(5)
  return (
    closures.find(({ from, to }) =>
      from <= to ? from <= yearDay && yearDay <= to : from <= yearDay || yearDay <= to,
    ) ?? null
  )
}
