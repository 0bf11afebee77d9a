/**
 * What hangs on a customer and what a merge does with it (rule 1.7). A test compares this with the database, so that
 * whoever adds a table decides here.
 */
export const movesWithCustomer = {
  contact: 'moves',
  carried_product: 'moves',
  change_request: 'moves',
  personal_fact: 'moves',
  document: 'moves',
  customer: 'moves',
  customer_channel: 'moves',
  staged_order: 'moves',
  staged_order_line: 'moves',
  // Written once and append-only: it stays and is read together with the kept entry's.
  customer_history: 'stays',
  ledger_entry: 'stays',
  ledger_due: 'stays',
  // What was looked at; a draft with a customer that was merged since is refused.
  transfer_line: 'stays',
  holder: 'stays',
  protection_lock: 'stays',
  pool_announcement: 'stays',
  claimed_day: 'stays',
  registered_apart: 'stays',
  // A case is read through the merge: it asks about the kept entry.
  collision: 'stays',
  collision_claim: 'stays',
  credit_split: 'stays',
  merged_customer: 'own',
  customer_merge: 'own',
  duplicate_candidate: 'own',
} as const satisfies Record<string, 'moves' | 'stays' | 'own'>

/** A row that a merge moved: of which table, and which customer it hung on. */
export type Moved = {
  readonly entity:
    | 'contact'
    | 'carried_product'
    | 'change_request'
    | 'personal_fact'
    | 'child'
    | 'document'
    | 'customer_channel'
    | 'staged_order'
    | 'staged_order_line'
  readonly id: string
  readonly from: string
  /** Of a personal note, the contact it was about, when that one was the same as one of the kept entry's. */
  readonly contact?: string
}

/** A contact that the merge put in charge or took out of charge. */
export type Charge = { readonly id: string; readonly was: boolean; readonly is: boolean }
