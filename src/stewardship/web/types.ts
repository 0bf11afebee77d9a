import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Queue = components['schemas']['Queue']
export type QueueItem = components['schemas']['QueueItem']
export type ProfileItem = components['schemas']['QueueProfile']
export type RequestItem = components['schemas']['QueueRequest']
export type PairItem = components['schemas']['QueueDuplicate']
export type Pair = components['schemas']['DuplicatePair']
export type Reason = components['schemas']['DuplicateReason']
export type Outlet = components['schemas']['OutletInBrief']
export type Preview = components['schemas']['MergePreview']
export type IssueKind = components['schemas']['IssueKind']
export type MergeRecord = components['schemas']['MergeRecord']
