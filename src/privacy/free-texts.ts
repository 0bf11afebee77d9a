/**
 * Where people write in their own words about customers, by table and column (rule 10.3): whoever adds such a column adds
 * it here, so that an erasure and an answer to a subject reach it. `required` can't be left empty.
 */
export const freeTexts = {
  visit: ['purpose', 'note', 'next_step', 'cancel_reason'],
  visit_task: ['text', 'result'],
  promise: ['text', 'outcome'],
  complaint: ['text', 'cause', 'remedy'],
  sales_order: ['note', 'reason', 'cancel_reason', 'ship_name'],
  customer_price_list: ['reason'],
  write_off: ['note'],
  receivable: ['note', 'cancel_reason', 'dispute_note'],
  payment: ['note', 'void_reason'],
} as const satisfies Record<string, readonly string[]>

export type FreeTextTable = keyof typeof freeTexts
export const freeTextTables = Object.keys(freeTexts) as FreeTextTable[]

/** What stands in place of words that can't be left out. */
export const blanked = '–'
/** Columns that always say something. */
export const required: readonly string[] = ['promise.text', 'complaint.text']
