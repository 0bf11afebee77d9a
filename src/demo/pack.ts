import type { Currency } from '../values/currency.ts'

export type City = {
  readonly name: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  /** How many outlets fall here, compared with the others. */
  readonly weight: number
}

/** One kind of outlet: how its name is made and what it buys. `{n}` is a name from the pack, `{s}` a surname, `{c}` the city. */
export type OutletKind = {
  readonly channel: string
  readonly weight: number
  readonly names: readonly string[]
}

export type Goods = {
  readonly category: string
  readonly unit: string
  readonly items: readonly (readonly [name: string, minor: number])[]
}

/** What makes a demo company at home in a country: everything a person reads in it. */
export type Pack = {
  readonly language: 'en' | 'es' | 'zh'
  readonly country: string
  readonly currency: Currency
  readonly timeZone: string
  readonly company: string
  readonly givenNames: readonly string[]
  readonly surnames: readonly string[]
  /** How a whole name is written. */
  readonly fullName: (given: string, surname: string, second: string) => string
  readonly titles: {
    readonly principal: string
    readonly head: string
    readonly manager: string
    readonly salesperson: string
    readonly steward: string
    readonly hr: string
    readonly payroll: string
  }
  readonly team: (city: string) => string
  readonly contactTitles: readonly string[]
  readonly outletNames: readonly string[]
  readonly kinds: readonly OutletKind[]
  readonly streets: readonly string[]
  readonly address: (street: string, number: number) => string
  readonly postalCode: (city: number, n: number) => string
  /** E.164 and as people write it; `n` up to a million. */
  readonly phone: (n: number, mobile: boolean) => { e164: string; written: string }
  readonly cities: readonly City[]
  readonly goods: readonly Goods[]
  readonly notes: readonly string[]
}
