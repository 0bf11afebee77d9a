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
  sales_order: 'moves',
  sales_order_line: 'moves',
  // What was agreed with an entry is no agreement with another; the kept one's holds.
  customer_price_list: 'stays',
  stock_count: 'moves',
  write_off: 'moves',
  visit: 'moves',
  visit_companion: 'moves',
  visit_task: 'moves',
  promise: 'moves',
  receivable: 'moves',
  payment: 'moves',
  allocation: 'moves',
  complaint: 'moves',
  // How an order or an invoice stood, and why a tier was computed, is history of the entry it was written for.
  sales_order_version: 'stays',
  money_version: 'stays',
  // Judged anew with the next invoice or payment of the kept entry.
  over_limit: 'stays',
  tier_move: 'stays',
  tier_standing: 'stays',
  // Follows the visit by itself.
  visitor: 'own',
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

/** What moves whole, by its customer alone, and comes back the same way; in an order that their references allow. */
export const plainParts = [
  'visit',
  'visit_companion',
  'visit_task',
  'promise',
  'sales_order',
  'sales_order_line',
  'stock_count',
  'write_off',
  'receivable',
  'payment',
  'allocation',
  'complaint',
] as const
export type PlainPart = (typeof plainParts)[number]
/** Those of them whose rows count their versions. */
export const unversioned: readonly string[] = ['allocation']

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
    | PlainPart
  readonly id: string
  readonly from: string
  /** Of a personal note, the contact it was about, when that one was the same as one of the kept entry's. */
  readonly contact?: string
}

/** A contact that the merge put in charge or took out of charge. */
export type Charge = { readonly id: string; readonly was: boolean; readonly is: boolean }
