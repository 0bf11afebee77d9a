/** What a profile's completeness is made of (rule 1.3), in the order in which screens show what is missing. */
export const completenessParts = [
  'address',
  'location',
  'phone',
  'email',
  'person-in-charge',
  'reachable-in-charge',
  'channel',
  'tier',
  'opening-hours',
  'visit-hours',
  'tax-id',
  'terms',
  'products',
] as const
export type CompletenessPart = (typeof completenessParts)[number]
export type Weights = Readonly<Record<CompletenessPart, number>>

export type RegisterSettings = {
  readonly weights: Weights
  /** A profile not confirmed for so many days is stale. */
  readonly staleDays: number
  /** The personal field group (rule 1.2): off until the company states why and on what legal basis. */
  readonly personalGroup: {
    readonly on: boolean
    readonly purpose: string | null
    readonly legalBasis: string | null
    /** After so many days a personal fact is removed. */
    readonly expiryDays: number
  }
}

/** The values in [brackets] of the rules, and weights that sum to 100. */
export const defaultSettings: RegisterSettings = {
  weights: {
    address: 10,
    location: 15,
    phone: 10,
    email: 5,
    'person-in-charge': 15,
    'reachable-in-charge': 10,
    channel: 5,
    tier: 5,
    'opening-hours': 5,
    'visit-hours': 5,
    'tax-id': 5,
    terms: 5,
    products: 5,
  },
  staleDays: 90,
  personalGroup: { on: false, purpose: null, legalBasis: null, expiryDays: 365 },
}

/** The company's settings over the defaults; `kept` is what the company has stored of them. */
export function settingsFrom(kept: Partial<RegisterSettings> | undefined): RegisterSettings {
  return {
    weights: { ...defaultSettings.weights, ...kept?.weights },
    staleDays: kept?.staleDays ?? defaultSettings.staleDays,
    personalGroup: { ...defaultSettings.personalGroup, ...kept?.personalGroup },
  }
}
