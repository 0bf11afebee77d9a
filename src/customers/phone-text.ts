const oneDigit = new Set(['1', '7'])
const twoDigits = new Set(
  `20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91
   92 93 94 95 98`.split(/\s+/u),
)
/** How many digits stand together, by how many there are without the country's code. */
const groups: Readonly<Record<number, readonly number[]>> = {
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [3, 3, 4],
  11: [3, 4, 4],
  12: [3, 3, 3, 3],
}

/** '+34610476412' as people read it, '+34 610 476 412'; null for what isn't E.164. */
export function phoneText(e164: string | null): string | null {
  const digits = /^\+(\d{7,15})$/.exec(e164 ?? '')?.[1]
  if (digits === undefined) return null
  const length = oneDigit.has(digits.slice(0, 1)) ? 1 : twoDigits.has(digits.slice(0, 2)) ? 2 : 3
  let rest = digits.slice(length)
  const parts = (groups[rest.length] ?? [rest.length]).map((size) => {
    const part = rest.slice(0, size)
    rest = rest.slice(size)
    return part
  })
  return [`+${digits.slice(0, length)}`, ...parts].join(' ')
}
