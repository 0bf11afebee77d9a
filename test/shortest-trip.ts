/**
 * The length of the shortest round trip from place 0 through all others, exactly (Held and Karp 1962): what routes are
 * measured by. Time and memory double with each place, so up to a dozen.
 */
export function shortestTrip(distances: readonly (readonly number[])[]): number {
  const stops = distances.length - 1
  if (stops < 1) return 0
  const all = 1 << stops
  const metres = (a: number, b: number) => distances[a]?.[b] ?? 0
  const shortest = new Float64Array(all * stops).fill(Number.POSITIVE_INFINITY)
  for (let last = 0; last < stops; last += 1) shortest[(1 << last) * stops + last] = metres(0, last + 1)
  for (let seen = 1; seen < all; seen += 1)
    for (let last = 0; last < stops; last += 1) {
      const here = shortest[seen * stops + last] ?? Number.POSITIVE_INFINITY
      if (here === Number.POSITIVE_INFINITY) continue
      for (let next = 0; next < stops; next += 1) {
        if ((seen & (1 << next)) !== 0) continue
        const at = (seen | (1 << next)) * stops + next
        shortest[at] = Math.min(shortest[at] ?? Number.POSITIVE_INFINITY, here + metres(last + 1, next + 1))
      }
    }
  let best = Number.POSITIVE_INFINITY
  for (let last = 0; last < stops; last += 1)
    best = Math.min(best, (shortest[(all - 1) * stops + last] ?? 0) + metres(last + 1, 0))
  return best
}
