/** How a pair of bytes reads in a two-byte encoding. */
type Pair = 'common' | 'rare' | 'invalid'
type Script = {
  readonly isLead: (byte: number) => boolean
  readonly pair: (lead: number, trail: number) => Pair
}

const between = (byte: number, low: number, high: number) => byte >= low && byte <= high

/** GB 2312 keeps the 3,755 everyday characters in rows B0–D7, its punctuation in A1–A3. */
const GB18030: Script = {
  isLead: (byte) => between(byte, 0x81, 0xfe),
  pair: (lead, trail) => {
    if (trail >= 0xa1 && trail !== 0xff && (between(lead, 0xb0, 0xd7) || between(lead, 0xa1, 0xa3)))
      return 'common'
    return between(trail, 0x40, 0xfe) && trail !== 0x7f ? 'rare' : 'invalid'
  },
}

/** Big5 keeps its 5,401 everyday characters in rows A4–C6, its punctuation in A1–A3. */
const BIG5: Script = {
  isLead: (byte) => between(byte, 0x81, 0xfe),
  pair: (lead, trail) => {
    if (!between(trail, 0x40, 0x7e) && !between(trail, 0xa1, 0xfe)) return 'invalid'
    return between(lead, 0xa1, 0xc6) ? 'common' : 'rare'
  },
}

/** Shift_JIS: kana in rows 82–83, everyday kanji in 88–97, punctuation in 81. */
const SHIFT_JIS: Script = {
  isLead: (byte) => between(byte, 0x81, 0x9f) || between(byte, 0xe0, 0xfc),
  pair: (lead, trail) => {
    if (!between(trail, 0x40, 0xfc) || trail === 0x7f) return 'invalid'
    return between(lead, 0x81, 0x83) || between(lead, 0x88, 0x97) ? 'common' : 'rare'
  },
}

export const EAST_ASIAN = { gb18030: GB18030, big5: BIG5, shift_jis: SHIFT_JIS } as const

/**
 * Share (0–1) of the non-ASCII text that reads as everyday characters standing next to each other.
 * Neighbours matter: "it’s" in windows-1252 holds one everyday kanji in Shift_JIS, but a lonely one.
 */
export function plausibility(bytes: Uint8Array, script: Script): number {
  let common = 0
  let other = 0
  let run = 0
  const closeRun = () => {
    if (run === 1) other += 1
    else common += run
    run = 0
  }
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    const pair = script.isLead(byte) ? script.pair(byte, bytes[i + 1] ?? 0) : undefined
    if (pair !== 'common') closeRun()
    if (pair === 'common') run += 1
    else if (pair !== undefined || byte >= 0x80) other += 1
    if (pair === 'common' || pair === 'rare') i += 1
  }
  closeRun()
  return common + other === 0 ? 0 : common / (common + other)
}
