/** Fewest and most characters of a password. */
export const leastLength = 10
export const mostLength = 200

export type Weakness = 'too-short' | 'too-long' | 'easy-to-guess'

/**
 * Why a password is too weak, or null if it will do; the same in the browser, while it is typed, and on the server.
 * `score` is zxcvbn's: 0 to 4, asked only for a password of acceptable length.
 */
export function weaknessOf(length: number, score: () => number): Weakness | null {
  if (length < leastLength) return 'too-short'
  if (length > mostLength) return 'too-long'
  return score() >= 3 ? null : 'easy-to-guess'
}
