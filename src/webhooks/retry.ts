const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long to wait after each failed attempt, as the Standard Webhooks specification proposes; about three days in all. */
export const waits = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const

/** Nothing has arrived for this long: the endpoint is switched off. */
export const patienceMs = 5 * 24 * hour
/** After a new secret was made, deliveries carry a signature by the old one as well. */
export const overlapMs = 24 * hour

/**
 * Milliseconds to wait after this many attempts have failed, null to give up. `chance` (0 to 1) spreads them by a tenth, so
 * that what failed together doesn't come back together.
 */
export function waitAfter(attempts: number, chance: number): number | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : Math.round(wait * (1 + chance / 10))
}

/** Whether an endpoint that has failed since then (in milliseconds) has had its chance. */
export function isHopeless(failingSince: number, now: number): boolean {
  return now - failingSince >= patienceMs
}
