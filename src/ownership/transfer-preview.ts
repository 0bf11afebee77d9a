import type { Day } from '../values/day.ts'
import type { OpenWorkKind } from './facts.ts'
import type { Load, TransferWarning } from './schema/transfer.ts'

type Tier = 'A' | 'B' | 'C' | null
/** Lines that are alike: who gives, who takes, which tier; `owned` are open customers that change owner. */
export type Counted = {
  readonly formerId: string | null
  readonly successorId: string | null
  readonly tier: Tier
  readonly lines: number
  readonly owned: number
  readonly closed: number
}
export type Concerns = {
  readonly changedLately: number
  readonly withoutBackup: number
  readonly plannedLater: number
}
export type Taker = { readonly personId: string; readonly atMost: number | null; readonly leftOn: Day | null }
/** How many customers a person may hold by the company's own rules, in all and of a tier. */
export type Caps = Partial<Readonly<Record<'all' | keyof Load, number>>>
type Loads = {
  readonly counted: readonly Counted[]
  readonly owned: readonly Owned[]
  readonly takers: readonly Taker[]
  readonly caps: Caps
}
type Owned = { readonly personId: string; readonly tier: Tier; readonly customers: number }
type Work = {
  readonly kind: OpenWorkKind
  readonly currency: string | null
  readonly count: number
  readonly amountMinor: number
}
type Warning = Omit<TransferWarning, 'person'> & { readonly personId: string | null }

/** What follows from the lines of a transfer (rule 2.5), kept with it. */
export type Preview = {
  readonly customers: number
  readonly alreadyTheirs: number
  readonly withoutSuccessor: number
  readonly formers: readonly { readonly personId: string | null; readonly customers: number }[]
  readonly successors: readonly {
    readonly personId: string
    readonly customers: number
    readonly before: Load
    readonly after: Load
    readonly atMost: number | null
  }[]
  readonly moves: readonly {
    readonly kind: OpenWorkKind
    readonly count: number
    readonly amounts: readonly { readonly currency: string; readonly amountMinor: number }[]
  }[]
  readonly warnings: readonly Warning[]
}

/** Puts together what is to be said before a transfer is done: totals, load before and after, what moves, warnings. */
export function previewOf(
  { counted, owned, takers, caps }: Loads,
  work: readonly Work[] | null,
  concerns: Concerns,
  alreadyTheirs: number,
): Preview {
  const total = (of: (one: Counted) => boolean) =>
    counted.filter(of).reduce((sum, { lines }) => sum + lines, 0)
  const successors = takers
    .map(({ personId, atMost }) => ({
      personId,
      customers: total(({ successorId }) => successorId === personId),
      ...loadsOf(personId, counted, owned),
      atMost,
    }))
    .toSorted((a, b) => b.customers - a.customers)
  const formers = [...new Set(counted.map(({ formerId }) => formerId))]
    .map((personId) => ({ personId, customers: total(({ formerId }) => formerId === personId) }))
    .toSorted((a, b) => b.customers - a.customers)
  const closed = counted.reduce((sum, one) => sum + one.closed, 0)
  return {
    customers: total(() => true),
    alreadyTheirs,
    withoutSuccessor: total(({ successorId }) => successorId === null),
    formers,
    successors,
    moves: movesOf(work ?? []),
    warnings: [
      ...successors.flatMap(({ personId, after, atMost }) => {
        const over = atMost === null ? 0 : sumOf(after) - atMost
        return over > 0 ? [{ kind: 'over-cap' as const, count: over, personId, day: null }] : []
      }),
      // Who said how many somebody is to have, has thought of it; else the company's own caps are worth a word.
      ...successors.flatMap(({ personId, customers, after, atMost }) => {
        const over = atMost === null && customers > 0 ? overCaps(after, caps) : 0
        return [{ kind: 'over-holding-cap' as const, count: over, personId, day: null }]
      }),
      ...takers.flatMap(({ personId, leftOn }) =>
        leftOn === null
          ? []
          : [
              {
                kind: 'successor-leaves' as const,
                count: total(({ successorId }) => successorId === personId),
                personId,
                day: leftOn,
              },
            ],
      ),
      ...plain('changed-lately', concerns.changedLately),
      ...plain('a-without-backup', concerns.withoutBackup),
      ...plain('planned-later', concerns.plannedLater),
      ...plain('closed-customers', closed),
    ].filter(({ count }) => count > 0),
  }
}

const plain = (kind: Warning['kind'], count: number) => [{ kind, count, personId: null, day: null }]

/** How many customers of any tier. */
export const sumOf = ({ A, B, C, none }: Load): number => A + B + C + none

const beyond = (has: number, most: number | undefined) => (most === undefined ? 0 : Math.max(0, has - most))

/** How many customers somebody has beyond what the company lets a person hold: in all or, if more, tier by tier. */
function overCaps(load: Load, caps: Caps): number {
  const tiers = (['A', 'B', 'C', 'none'] as const).map((tier) => beyond(load[tier], caps[tier]))
  return Math.max(
    beyond(sumOf(load), caps.all),
    tiers.reduce((sum, over) => sum + over, 0),
  )
}

function loadsOf(personId: string, counted: readonly Counted[], owned: readonly Owned[]) {
  const before: Load = { A: 0, B: 0, C: 0, none: 0 }
  for (const one of owned) if (one.personId === personId) before[one.tier ?? 'none'] += one.customers
  const after: Load = { ...before }
  for (const one of counted) {
    if (one.successorId === personId) after[one.tier ?? 'none'] += one.owned
    if (one.formerId === personId) after[one.tier ?? 'none'] -= one.owned
  }
  return { before, after }
}

function movesOf(work: readonly Work[]): Preview['moves'] {
  return [...Map.groupBy(work, ({ kind }) => kind)].map(([kind, rows]) => ({
    kind,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    amounts: rows.flatMap(({ currency, amountMinor }) =>
      currency === null ? [] : [{ currency, amountMinor }],
    ),
  }))
}
