import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type Territory = components['schemas']['Territory']
export type Covers = Territory['covers']

/** Who sells there. The contract writes a person in brief as one that may be missing, which these never are. */
export function salespeopleOf({ salespeople }: Territory) {
  return salespeople.filter((person) => person !== null)
}
