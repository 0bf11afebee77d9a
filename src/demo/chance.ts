/** A source of chance that is the same for the same seed, on every machine. */
export type Chance = {
  /** A number from 0 up to but not including 1. */
  next: () => number
  /** A whole number from 0 up to but not including `below`. */
  whole: (below: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True once in so many: `happens(0.1)` is true about every tenth time. */
  happens: (share: number) => boolean
  /** Around 0 with standard deviation 1. */
  normal: () => number
  bytes: (count: number) => Uint8Array
}

/** The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded by a hash of the text. */
export function chanceFrom(seed: string): Chance {
  let [a, b, c, counter] = seedWords(seed)
  const next32 = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 16; i += 1) next32()
  const next = () => next32() / 4_294_967_296
  const whole = (below: number) => Math.floor(next() * below)
  return {
    next,
    whole,
    pick: (list) => {
      const found = list[whole(list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    happens: (share) => next() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes: (count) => Uint8Array.from({ length: count }, () => next32() & 255),
  }
}

/** FNV-1a over the characters, four times with different beginnings. */
function seedWords(seed: string): [number, number, number, number] {
  const word = (start: number) => {
    let hash = start
    for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
    return hash | 0
  }
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), word(1)]
}
