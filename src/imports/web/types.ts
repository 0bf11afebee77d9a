import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Import = components['schemas']['Import']
export type ImportDetail = components['schemas']['ImportDetail']
export type ImportColumn = components['schemas']['ImportColumn']
export type ImportOptions = components['schemas']['ImportOptions']
export type Configure = components['schemas']['ConfigureImport']
export type Target = components['schemas']['ImportTarget']
export type StagedRow = components['schemas']['ImportRow']
export type Entity = components['schemas']['ImportEntity']
