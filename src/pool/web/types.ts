import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type PoolCustomer = components['schemas']['PoolCustomer']
export type PoolPage = components['schemas']['PoolPage']
export type PoolRules = components['schemas']['PoolRules']
export type Simulated = components['schemas']['SimulatedPool']
/** The address of a customer's page, which the screens know. */
export type To = (id: string) => string
