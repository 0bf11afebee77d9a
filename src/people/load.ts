/**
 * Visits that a customer of each tier asks for in four weeks: A weekly, B every two weeks, C once (rule 4.1). They
 * weigh what a person carries; a customer without a tier counts like a C.
 */
export const visitsInFourWeeks = { A: 4, B: 2, C: 1 } as const

/** How many customers somebody holds in one role and tier. */
export type Holding = { readonly role: string; readonly tier: string | null; readonly customers: number }

/** What a person carries: customers by role, and the weight of those they own in visits per four weeks. */
export type Load = { owner: number; backup: number; sponsor: number; referrer: number; weight: number }

/** Adds holdings up. Only owned customers weigh: backups and sponsors stand by. */
export function loadOf(holdings: readonly Holding[]): Load {
  const load: Load = { owner: 0, backup: 0, sponsor: 0, referrer: 0, weight: 0 }
  for (const { role, tier, customers } of holdings) {
    if (role === 'owner' || role === 'backup' || role === 'sponsor' || role === 'referrer')
      load[role] += customers
    if (role === 'owner')
      load.weight += customers * visitsInFourWeeks[tier === 'A' || tier === 'B' ? tier : 'C']
  }
  return load
}
