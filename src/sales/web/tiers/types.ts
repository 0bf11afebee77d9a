import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type CompanyTiers = components['schemas']['CompanyTiers']
export type TierRules = components['schemas']['TierRules']
export type TierPreview = components['schemas']['TierPreview']
export type TierMove = components['schemas']['TierMove']
export type TierRun = components['schemas']['TierRun']
export type CustomerTier = components['schemas']['CustomerTier']
