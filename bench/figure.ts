/** One measurement, always beside raw PostgreSQL doing the same work in the same run. */
export type Figure = {
  readonly name: string
  /** How many rows, requests or pairs. */
  readonly n: number
  readonly ours_ms: number
  readonly raw_ms: number
  /** ours / raw. */
  readonly ratio: number
  /** Memory of the program that did our part. */
  readonly rss_mb: number
  /** Further figures, by name and unit. */
  readonly more?: Readonly<Record<string, number>>
}

export type Scale = 'small' | 'full'

/** What a bench is handed: a database server's address whose role may create databases, and how much to do. */
export type Bench = (server: string, scale: Scale) => Promise<Figure[]>

export function figure(
  name: string,
  n: number,
  ours: number,
  raw: number,
  rss: number,
  more: Record<string, number> = {},
): Figure {
  return {
    name,
    n,
    ours_ms: rounded(ours),
    raw_ms: rounded(raw),
    ratio: rounded(ours / raw),
    rss_mb: Math.round(rss),
    more,
  }
}

/** The value below which this share of the measurements lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
