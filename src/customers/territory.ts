import { foldText } from '../values/text.ts'

export type Covering = {
  readonly id: string
  readonly name: string
  readonly covers: {
    readonly countries: readonly string[]
    readonly regions: readonly string[]
    readonly cities: readonly string[]
  }
}
export type Whereabouts = {
  readonly country: string | null
  readonly region: string | null
  readonly city: string | null
}

/**
 * The area that an address falls into by what the areas cover, or null. The narrowest wins: a city before a region
 * before a country; of equals the first by name. Regions and cities count only within the countries named beside them.
 */
export function territoryFor(place: Whereabouts, territories: readonly Covering[]): string | null {
  let best: { rank: number; territory: Covering } | null = null
  for (const territory of territories) {
    const rank = rankOf(place, territory)
    const isBetter =
      best === null || rank > best.rank || (rank === best.rank && territory.name < best.territory.name)
    if (rank > 0 && isBetter) best = { rank, territory }
  }
  return best?.territory.id ?? null
}

/** 3 by its city, 2 by its region, 1 by its country, 0 not at all. */
function rankOf({ country, region, city }: Whereabouts, { covers }: Covering): number {
  const inCountry = covers.countries.length === 0 || (country !== null && covers.countries.includes(country))
  if (!inCountry) return 0
  if (names(covers.cities, city)) return 3
  if (names(covers.regions, region)) return 2
  return covers.countries.length > 0 && covers.cities.length === 0 && covers.regions.length === 0 ? 1 : 0
}

function names(list: readonly string[], text: string | null): boolean {
  return text !== null && list.some((name) => foldText(name) === foldText(text))
}

/** Whether the steward would be one of the area's salespeople, which rule 1.3 forbids. */
export function stewardSellsThere(stewardId: string | null, salespeople: readonly string[]): boolean {
  return stewardId !== null && salespeople.includes(stewardId)
}
