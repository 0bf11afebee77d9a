/**
 * Numbers of plans that no longer exist, where exactly one number of today corresponds (docs/decisions/0011).
 * `old` meets the text with everything but digits, brackets and a leading + removed.
 */
type Renumbering = { readonly country: string; readonly old: RegExp; readonly now: string }

const renumberings: readonly Renumbering[] = [
  // London: 01 until 1990, 071 and 081 until 1995, 0171 and 0181 until 2000
  { country: 'GB', old: /^(?:\+44)?\(?0?1?([78])1\)?(\d{7})$/u, now: '+4420$1$2' },
  // Buenos Aires: area 1 became 11 and every number gained a 4 in January 1999
  { country: 'AR', old: /^(?:\+54)?\(0?1\)(\d{7})$/u, now: '+54114$1' },
  // Lisbon and Porto: 01 and 02 became 21 and 22 in October 1999
  { country: 'PT', old: /^(?:\+351)?(?:\(0?([12])\)|0([12]))(\d{7})$/u, now: '+3512$1$2$3' },
  // Helsinki: 90 became 09 in October 1996
  { country: 'FI', old: /^\(?90\)?(\d{6,7})$/u, now: '+3589$1' },
  // Mexican mobiles: 044, 045 and the 1 after +52 were abolished in August 2019
  { country: 'MX', old: /^(?:\+?521|04[45])(\d{10})$/u, now: '+52$1' },
]

/** Today's number for one of an abolished plan, or null when there is none or it is not certain. */
export function renumbered(plain: string, country: string): string | null {
  const bare = plain.replace(/[^\d+()]/gu, '')
  for (const { country: where, old, now } of renumberings) {
    if (where === country && old.test(bare)) return bare.replace(old, now)
  }
  return null
}
