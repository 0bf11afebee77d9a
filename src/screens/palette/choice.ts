import type { ReactNode } from 'react'

/** One line of the palette. */
export type Choice = {
  readonly id: string
  readonly label: string
  readonly detail?: string
  /** More words it is found by. */
  readonly others?: string
  readonly mark: ReactNode
  /** The keys that do the same, so that they are learnt in passing. */
  readonly keys?: readonly string[]
  readonly run: () => void
}

export type Group = {
  readonly label: string
  readonly choices: readonly Choice[]
  /** The server has searched already. */
  readonly searched?: boolean
}
