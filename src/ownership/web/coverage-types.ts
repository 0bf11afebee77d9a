import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Coverage = components['schemas']['Coverage']
export type CoveragePart = Coverage['parts'][number]
export type ToldExposure = components['schemas']['Exposure']
export type Fix = components['schemas']['CoverageFixes']['fixes'][number]
export type CustomerCoverage = components['schemas']['CustomerCoverage']
export type Channel = components['schemas']['CustomerChannel']
