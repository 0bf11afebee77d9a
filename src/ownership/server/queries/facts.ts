import type { RawBuilder } from 'kysely'
import type { OpenWorkKind, TouchKind } from '../../facts.ts'

/** On this day this person of ours dealt with the customer. Only where the person is known. */
export type Touch = { customer_id: string; person_id: string; day: string; kind: TouchKind }
/** On this day there was a visit or an order, whoever of us took it (rule 2.4). */
export type Activity = { customer_id: string; day: string }
/** Rows of one customer, kind and currency add up: one row a thing, or one row a customer, as the source finds it easier. */
export type OpenWork = {
  customer_id: string
  kind: OpenWorkKind
  count: number
  /** Null where the thing is worth no money (a promise, a visit). */
  amount_minor: number | null
  currency: string | null
}
/** Rows add up per currency; returns are negative. The person is who took the order, null when nobody knows. */
export type Sale = {
  customer_id: string
  person_id: string | null
  day: string
  amount_minor: number
  currency: string
}
/** A person holds at most so many customers of a tier ('A', 'B', 'C', or 'none' for those without), or of any ('all'). */
export type HoldingCap = { tier: string; most: number }

/**
 * Facts that another feature holds and ownership asks for: who really knows a customer, what is open with it, what it
 * buys. Ownership comes before those features in the order, so it says here what it wants to know and the program brings
 * the sources (docs/decisions/0031-facts-of-others.md). A source gives the parts that it has; what no source gives is
 * shown nowhere.
 *
 * To add one (visits, say):
 * 1. `src/visits/server/queries/facts.ts` exports `visitFacts: FactSource`, each part a plain select with the columns
 *    above, in any order, typed (`::text`, `::bigint`) and without parameters. Keep it flat (joins and where, no grouping, no distinct,
 *    no limit): it stands as a sub-select in statements over many customers, and the planner pushes the conditions on
 *    customer_id, person_id and day down to the tables' indexes only through flat ones.
 * 2. One line in `src/program/facts.ts`.
 * 3. A new kind is a word in `src/ownership/facts.ts` and a sentence in locales.
 * Row-level security of the source's tables decides what each asker sees: name tables, never functions that lift it.
 */
export type FactSource = {
  /** How screens call it: orders, visits … */
  readonly name: string
  readonly touches?: RawBuilder<Touch>
  readonly activity?: RawBuilder<Activity>
  readonly openWork?: RawBuilder<OpenWork>
  readonly sales?: RawBuilder<Sale>
  readonly holdingCaps?: RawBuilder<HoldingCap>
}
/** All sources, in the order in which screens name them. */
export type Facts = readonly FactSource[]
