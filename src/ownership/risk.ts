import { shareOf } from '../values/percent.ts'
import { type Ratio, ratio } from '../values/ratio.ts'

/** Parts of a whole by who knows the customers: all; one person only; of these with nobody else named; nobody at all. */
export type Known = {
  readonly total: bigint
  readonly one: bigint
  readonly alone: bigint
  readonly nobody: bigint
}
/** Customers, and what they bought in twelve months in minor units of one currency; null where no sale is known. */
export type Exposure = { readonly customers: Known; readonly sales: Known | null }

type Told<T> = { readonly [Part in keyof Known]: T }

/** As the API tells it, amounts as exact text, turned into whole numbers. */
export function exposureFrom(told: {
  readonly customers: Told<number>
  readonly sales: Told<string> | null
}): Exposure {
  return { customers: exact(told.customers), sales: told.sales === null ? null : exact(told.sales) }
}

function exact({ total, one, alone, nobody }: Told<string | number>): Known {
  return { total: BigInt(total), one: BigInt(one), alone: BigInt(alone), nobody: BigInt(nobody) }
}

export type Risk = {
  /** Of what the shares are: sales, or customers where no sales are known. */
  readonly of: 'sales' | 'customers'
  /** Single-person risk (rule 2.6): known to one person only. */
  readonly one: Ratio
  /** The part of it for which nobody else is named as owner, backup or sponsor. */
  readonly alone: Ratio
  /** The other part of it: somebody stands beside, if only by name. */
  readonly named: Ratio
  readonly nobody: Ratio
  readonly several: Ratio
}

/** Single-person risk as an exact share; null where there are no customers. */
export function riskOf({ customers, sales }: Exposure): Risk | null {
  const of = sales !== null && sales.total > 0n ? 'sales' : 'customers'
  const known = of === 'sales' && sales !== null ? sales : customers
  const one = shareOf(known.one, known.total)
  if (one === null) return null
  const share = (part: bigint) => shareOf(part, known.total) ?? ratio(0n)
  return {
    of,
    one,
    alone: share(known.alone),
    named: share(known.one - known.alone),
    nobody: share(known.nobody),
    several: share(known.total - known.one - known.nobody),
  }
}

export type Grade = 'low' | 'some' | 'high'

/** In a word: above a third somebody's leaving would be felt by the whole, above a tenth by a team. */
export function gradeOf({ one }: Pick<Risk, 'one'>): Grade {
  if (3n * one.numerator > one.denominator) return 'high'
  return 10n * one.numerator > one.denominator ? 'some' : 'low'
}
