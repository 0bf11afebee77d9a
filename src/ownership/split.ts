import { percentText } from '../values/percent.ts'
import { type Ratio, addRatios, ratio } from '../values/ratio.ts'
import { type Refusal, isRefusal, refuse } from '../values/refusal.ts'
import { sharesAreWhole, weightsOf } from '../values/share.ts'

export type WantedShare = { readonly personId: string; readonly share: string }

/** Exact parts of a whole: 1 and 2 of 3. They always sum to it (rule 6.1). */
export type Split = {
  readonly whole: bigint
  readonly parts: readonly { readonly personId: string; readonly part: bigint }[]
}

/** How a share may be written: percent with at most two decimals, or a fraction. */
export const shareShape = /^(?:\d{1,3}(?:\.\d{1,2})?(?: ?%)?|\d{1,3}\/\d{1,3})$/

/** Reads '60', '33.5 %' or '1/3' as what it is of the whole, exactly. */
export function readShare(text: string): Ratio | Refusal<'invalid-share'> {
  const plain = text.trim()
  if (!shareShape.test(plain))
    return refuse('invalid-share', { rule: '2.3', facts: { share: plain.slice(0, 20) } })
  if (plain.includes('/')) {
    const [above = '0', below = '0'] = plain.split('/')
    return BigInt(below) === 0n
      ? refuse('invalid-share', { rule: '2.3', facts: { share: plain } })
      : ratio(BigInt(above), BigInt(below))
  }
  const [whole = '0', decimals = ''] = plain.replace(/ ?%$/, '').split('.')
  return ratio(BigInt(whole + decimals.padEnd(2, '0')), 10_000n)
}

/** The largest whole that is kept; only absurd fractions come near. */
const mostParts = 10n ** 15n

/** The shares as exact parts of one whole, or why not: each is above nothing, nobody twice, and they total exactly 100 %. */
export function splitFrom(
  wanted: readonly WantedShare[],
): Split | Refusal<'invalid-share' | 'split-not-whole' | 'shared-twice'> {
  if (new Set(wanted.map(({ personId }) => personId)).size < wanted.length)
    return refuse('shared-twice', { rule: '6.1' })
  const shares: Ratio[] = []
  for (const { share } of wanted) {
    const read = readShare(share)
    if (isRefusal(read)) return read
    shares.push(read)
  }
  if (!sharesAreWhole(shares)) {
    const total = shares.reduce(addRatios, ratio(0n))
    return refuse('split-not-whole', { rule: '6.1', facts: { total: percentText(total, 2) } })
  }
  const weights = lowest(weightsOf(shares))
  const whole = weights.reduce((sum, part) => sum + part, 0n)
  if (whole > mostParts)
    return refuse('invalid-share', { rule: '2.3', facts: { share: wanted[0]?.share ?? '' } })
  const parts = wanted.map(({ personId }, place) => ({ personId, part: weights[place] ?? 0n }))
  return { whole, parts }
}

function lowest(weights: readonly bigint[]): bigint[] {
  const divisor = weights.reduce(commonDivisor, 0n)
  return divisor === 0n ? [...weights] : weights.map((weight) => weight / divisor)
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}
