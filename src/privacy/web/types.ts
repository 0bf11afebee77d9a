import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type PrivacyRequest = components['schemas']['PrivacyRequest']
export type Found = components['schemas']['FoundOfSubject']
export type ErasurePlan = components['schemas']['ErasurePlan']
