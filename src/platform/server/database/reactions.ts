import type { Changes } from './changes.ts'
import type { Database, Tx } from './connect.ts'

/** What follows from changes of a table, in the transaction of the command that made them; told the customers they hang on. */
export type Reaction = (tx: Tx, changes: Changes, customers: readonly string[]) => Promise<void>
/** By table. */
export type Reactions = Readonly<Record<string, Reaction>>

/** What follows from what, by database: the program sets it once, so that no command can forget it. */
export const reactions = new WeakMap<Database, Reactions>()

/** Lets what follows from a command's changes happen, before its transaction is sealed. */
export async function react(db: Database, tx: Tx, changes: Changes): Promise<void> {
  for (const [entity, follow] of Object.entries(reactions.get(db) ?? {})) {
    const customers = changes.customersOf(entity)
    if (customers.length > 0) await follow(tx, changes, customers)
  }
}
