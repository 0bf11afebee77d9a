import type { Position } from '../../../values/geo.ts'

export type PlaceQuery = {
  readonly city: string
  readonly region?: string | null
  readonly postalCode?: string | null
  /** ISO code or name, in any language that `parseCountry` knows. */
  readonly country: string
}

/** Where a city is. Looked up, so only ever 'approximate' (rule 1.1); the circle holds the whole town. */
export type FoundPlace = Position & {
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly how: 'approximate'
}
