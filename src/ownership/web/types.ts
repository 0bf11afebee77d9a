import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Ownership = components['schemas']['Ownership']
export type Lane = components['schemas']['Lane']
export type Holding = components['schemas']['Holding']
