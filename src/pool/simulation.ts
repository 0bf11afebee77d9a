import type { TierKey } from './rules.ts'
import { tierKeys } from './rules.ts'

export type Person = { readonly id: string; readonly name: string; readonly colour: number }
/** How many are told of their return, and how many return: tomorrow, and in the days looked at, tomorrow among them. */
export type Counts = {
  readonly announcedTomorrow: number
  readonly announced: number
  readonly returnedTomorrow: number
  readonly returned: number
}
/** Of one owner and tier, by the rules of now or those that are tried. */
export type Counted = Counts & {
  readonly which: 'now' | 'tried'
  readonly person: Person
  readonly tier: TierKey
}
export type Compared = { readonly now: Counts; readonly tried: Counts }
export type Simulation = Compared & {
  readonly tiers: (Compared & { readonly tier: TierKey })[]
  /** Owners for whom anything happens, those who would lose most first. */
  readonly people: (Compared & { readonly person: Person })[]
}

const nothing: Counts = { announcedTomorrow: 0, announced: 0, returnedTomorrow: 0, returned: 0 }
const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      announcedTomorrow: a.announcedTomorrow + b.announcedTomorrow,
      announced: a.announced + b.announced,
      returnedTomorrow: a.returnedTomorrow + b.returnedTomorrow,
      returned: a.returned + b.returned,
    }),
    nothing,
  )

const compare = (rows: readonly Counted[]): Compared => ({
  now: sum(rows.filter(({ which }) => which === 'now')),
  tried: sum(rows.filter(({ which }) => which === 'tried')),
})

/** What other rules would do, beside what today's do: in all, by tier and by owner. */
export function simulationOf(rows: readonly Counted[]): Simulation {
  const people = [...Map.groupBy(rows, ({ person }) => person.id).values()].flatMap((own) => {
    const [first] = own
    return first === undefined ? [] : [{ person: first.person, ...compare(own) }]
  })
  return {
    ...compare(rows),
    tiers: tierKeys.map((tier) => ({ tier, ...compare(rows.filter((row) => row.tier === tier)) })),
    people: people.toSorted(
      (a, b) => b.tried.returned - a.tried.returned || (a.person.name < b.person.name ? -1 : 1),
    ),
  }
}
