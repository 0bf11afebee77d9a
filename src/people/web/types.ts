import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type PersonSummary = components['schemas']['PersonSummary']
export type Person = components['schemas']['Person']
export type Posting = components['schemas']['Posting']
