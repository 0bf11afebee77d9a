/** How money comes in. Wages are none of them (rule 5.4). */
export const methods = ['cash', 'cheque', 'transfer', 'card', 'wallet', 'other'] as const
export type PaymentMethod = (typeof methods)[number]
