import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Visit = components['schemas']['Visit']
export type VisitInBrief = components['schemas']['VisitInBrief']
export type VisitTask = components['schemas']['VisitTask']
export type CustomerPromise = components['schemas']['CustomerPromise']
export type TakenPosition = components['schemas']['TakenPosition']
