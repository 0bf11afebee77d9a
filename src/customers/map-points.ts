import type { Points } from '../values/points.ts'
import type { CustomerPoints } from './schema/list.ts'

/** The map tells at most twelve groups apart: the pool, the ten owners with the most customers, and all others. */
export const ownersApart = 10
const poolGroup = 0
const othersGroup = ownersApart + 1

type FoundPoints = Omit<CustomerPoints, 'owners'> & {
  readonly owners: readonly ({ readonly name: string; readonly colour: number } | null)[]
}

const tierLetters = 'ABC-'

export type MapOwner = { readonly name: string; readonly colour: number; readonly count: number }
export type CustomerMap = {
  readonly points: Points
  /** Those with colours of their own, the one with the most customers first: group 1 and on. */
  readonly owners: readonly MapOwner[]
  /** How many points are the pool's, and how many are other people's. */
  readonly pool: number
  readonly others: number
  /** Points by tier (A, B, C, none) and by freshness (fresh, stale). */
  readonly tiers: readonly number[]
  readonly freshness: readonly number[]
  readonly approximate: number
}

/** The customers' places as the map draws them; the n-th id of the answer is row n. */
export function customerMap(found: FoundPoints): CustomerMap {
  const count = found.ids.length
  const perOwner = Array.from({ length: found.owners.length }, () => 0)
  for (const owner of found.owner) if (owner >= 0) perOwner[owner] = (perOwner[owner] ?? 0) + 1
  const apart = perOwner
    .map((points, owner) => ({ points, owner }))
    .toSorted((a, b) => b.points - a.points || a.owner - b.owner)
    .slice(0, ownersApart)
  const groupOf = new Map(apart.map(({ owner }, place) => [owner, place + 1]))
  const points: Points = {
    count,
    keys: Uint32Array.from({ length: count }, (_, row) => row),
    latitudes: Int32Array.from(found.lat, (value) => value * 100),
    longitudes: Int32Array.from(found.lon, (value) => value * 100),
    accuracies: new Uint16Array(count),
    groups: Uint16Array.from(found.owner, (owner) =>
      owner < 0 ? poolGroup : (groupOf.get(owner) ?? othersGroup),
    ),
    categories: Uint8Array.from({ length: count }, (_, row) => tierLetters.indexOf(found.tier[row] ?? '-')),
    levels: Uint8Array.from({ length: count }, (_, row) => (found.fresh[row] === '1' ? 0 : 1)),
    approximate: Uint8Array.from({ length: count }, (_, row) => (found.located[row] === 'a' ? 1 : 0)),
    ids: new Uint8Array(0),
  }
  const owners = apart.map(({ owner, points: its }) => ({
    name: found.owners[owner]?.name ?? '',
    colour: found.owners[owner]?.colour ?? 0,
    count: its,
  }))
  const pool = countOf(points.groups, poolGroup)
  return {
    points,
    owners,
    pool,
    others: countOf(points.groups, othersGroup),
    tiers: [0, 1, 2, 3].map((tier) => countOf(points.categories, tier)),
    freshness: [0, 1].map((level) => countOf(points.levels, level)),
    approximate: countOf(points.approximate, 1),
  }
}

function countOf(column: Uint8Array | Uint16Array, value: number): number {
  let count = 0
  for (const one of column) if (one === value) count += 1
  return count
}
