/** What proves that a person really knows a customer (rule 2.6); a role on paper is none of them. */
export const touchKinds = ['order', 'visit', 'contact', 'collection', 'complaint'] as const
export type TouchKind = (typeof touchKinds)[number]

/** What is open with a customer and goes along when the customer moves (rule 2.5). */
export const openWorkKinds = [
  'open-orders',
  'opportunities',
  'visits',
  'complaints',
  'receivables',
  'promises',
] as const
export type OpenWorkKind = (typeof openWorkKinds)[number]
