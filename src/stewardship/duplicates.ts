import { distanceMetres } from '../values/geo.ts'
import { compareAddress, otherTown, sameTown } from './address-likeness.ts'
import { bestNameLikeness } from './name-likeness.ts'
import { type Outlet, sameChain, taxIdForComparing } from './outlet.ts'

/** Why two outlets look like one, or don't: ready to be said in words. */
export type Reason =
  | { readonly is: 'same-phone' }
  | { readonly is: 'same-tax-id' }
  | { readonly is: 'same-name' }
  /** `percent`: 0 to 99. */
  | { readonly is: 'similar-name'; readonly percent: number }
  /** Metres between them beyond what their accuracies leave open. */
  | { readonly is: 'near'; readonly metres: number }
  | { readonly is: 'far'; readonly metres: number }
  | { readonly is: 'same-address' }
  | { readonly is: 'other-address' }
  | { readonly is: 'same-town' }
  | { readonly is: 'other-town' }
  | { readonly is: 'other-tax-id' }
  | { readonly is: 'one-chain' }

export type Verdict = 'sure' | 'likely' | 'unlikely'
export type Comparison = {
  readonly verdict: Verdict
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

const sureFrom = 80
const likelyFrom = 45

type Sign = { readonly reason: Reason; readonly points: number }

function taxSign(a: Outlet, b: Outlet): Sign | null {
  const [ours, theirs] = [taxIdForComparing(a.taxId), taxIdForComparing(b.taxId)]
  if (ours === '' || theirs === '') return null
  return ours === theirs
    ? { reason: { is: 'same-tax-id' }, points: 45 }
    : { reason: { is: 'other-tax-id' }, points: -35 }
}

function phoneSign(a: Outlet, b: Outlet): Sign | null {
  const theirs = new Set(b.phones)
  return a.phones.some((phone) => theirs.has(phone)) ? { reason: { is: 'same-phone' }, points: 45 } : null
}

function nameSign(a: Outlet, b: Outlet): Sign | null {
  const alike = bestNameLikeness(a, b)
  if (alike === 1) return { reason: { is: 'same-name' }, points: 35 }
  const percent = Math.floor(alike * 100)
  if (alike >= 0.8) return { reason: { is: 'similar-name', percent }, points: 30 }
  return alike >= 0.6 ? { reason: { is: 'similar-name', percent }, points: 25 } : null
}

/** Distances count by steps of 30, 75 and 150 m, less both accuracies; readings too vague to tell say nothing. */
function placeSign(a: Outlet, b: Outlet): Sign | null {
  if (a.place === null || b.place === null || a.place.approximate || b.place.approximate) return null
  const vague = (a.place.accuracyMetres ?? 0) + (b.place.accuracyMetres ?? 0)
  const apart = distanceMetres(a.place, b.place)
  const metres = Math.round(Math.max(0, apart - vague))
  if (metres > 1000) return { reason: { is: 'far', metres }, points: -30 }
  if (vague > 150 || metres > 150) return null
  return { reason: { is: 'near', metres }, points: metres <= 30 ? 25 : metres <= 75 ? 18 : 10 }
}

function addressSign(a: Outlet, b: Outlet): Sign | null {
  const address = compareAddress(a, b)
  if (address === 'same') return { reason: { is: 'same-address' }, points: 20 }
  if (address === 'other') return { reason: { is: 'other-address' }, points: -10 }
  if (otherTown(a, b)) return { reason: { is: 'other-town' }, points: -15 }
  return sameTown(a, b) ? { reason: { is: 'same-town' }, points: 10 } : null
}

/**
 * Whether two entries of the register are probably one outlet (rule 1.7). Two neighbours with nothing else in common
 * stay unlikely; a chain's branches share tax id and head office phone without being double.
 */
export function compareOutlets(a: Outlet, b: Outlet): Comparison {
  const chain = sameChain(a, b)
  const named = nameSign(a, b)
  const identifying = chain ? [] : [taxSign(a, b), phoneSign(a, b)]
  const others = [named, placeSign(a, b), addressSign(a, b), ...(chain ? [oneChain] : [])]
  const signs = [...identifying, ...others].filter((sign) => sign !== null)
  const sum = signs.reduce((total, sign) => total + sign.points, 0)
  const reasons = signs.toSorted((one, two) => two.points - one.points).map((sign) => sign.reason)
  const recognised = named !== null || reasons.some(({ is }) => is === 'same-phone' || is === 'same-tax-id')
  const score = recognised ? Math.max(0, Math.min(100, sum)) : 0
  return { verdict: verdictOf(score), score, reasons }
}

const oneChain: Sign = { reason: { is: 'one-chain' }, points: -15 }

export function verdictOf(score: number): Verdict {
  if (score >= sureFrom) return 'sure'
  return score >= likelyFrom ? 'likely' : 'unlikely'
}

/**
 * Whether so much speaks for one outlet that a registration has to say which it is (rule 2.3): surely the same, or probably
 * and with a phone or tax id in common.
 */
export function isStrong({ verdict, reasons }: Comparison): boolean {
  if (verdict === 'sure') return true
  return verdict === 'likely' && reasons.some(({ is }) => is === 'same-phone' || is === 'same-tax-id')
}
