import type { Tx } from './connect.ts'

/** Something that must always hold of a company's data, looked at by `relevo verify`. */
export type Check = {
  /** Lower-case words with hyphens. */
  readonly name: string
  /** How many facts it looks at and the first that is wrong, in words without personal data; null when all hold. */
  readonly look: (tx: Tx) => Promise<{ checked: number; firstBad: string | null }>
}
