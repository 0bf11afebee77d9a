import { type Position, distanceMetres } from '../values/geo.ts'

export const verdicts = ['verified', 'out-of-range', 'unverifiable'] as const
export type Verdict = (typeof verdicts)[number]

/** Where the register says the outlet is; `approximate` places were looked up by city. */
export type OutletPlace = Position & { readonly approximate: boolean }

/** An outlet has a size and a door: its circle is never smaller than this, in metres. */
export const leastOutletCircle = 50
/** A circle larger than this proves no presence, in metres. */
export const roughFrom = 500

export type Fenced = { readonly verdict: Verdict; readonly distanceM: number | null }

/**
 * A position taken at check-in or check-out against the outlet's place (rule 4.3). Within the accuracy circles of both:
 * verified. Apart, even so: out of range. Not to be said (no position, no place, a place looked up by city, circles too
 * rough): unverifiable. It is a fact beside the visit, never a sanction by itself. The distance is between the middles, in whole metres.
 */
export function fence(outlet: OutletPlace | null, position: Position | null): Fenced {
  if (outlet === null || position === null) return { verdict: 'unverifiable', distanceM: null }
  const distance = distanceMetres(outlet, position)
  const distanceM = Math.round(distance)
  if (outlet.approximate) return { verdict: 'unverifiable', distanceM }
  const circle = Math.max(outlet.accuracyMetres, leastOutletCircle)
  if (distance > circle + position.accuracyMetres) return { verdict: 'out-of-range', distanceM }
  const rough = circle > roughFrom || position.accuracyMetres > roughFrom
  return { verdict: rough ? 'unverifiable' : 'verified', distanceM }
}

/** How exact a position must be to correct the outlet's place by it, in metres. */
export const exactEnough = 50

/** Whether where somebody checked in is a better place for the outlet than the register has (rules 1.1 and 1.4). */
export function improvesPlace(outlet: OutletPlace | null, position: Position | null): boolean {
  if (position === null || position.accuracyMetres > exactEnough) return false
  return outlet === null || outlet.approximate || outlet.accuracyMetres > roughFrom
}
