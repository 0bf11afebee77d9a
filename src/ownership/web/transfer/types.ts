import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type Transfer = components['schemas']['Transfer']
export type TransferLine = components['schemas']['TransferLine']
export type NewTransfer = components['schemas']['NewTransfer']
export type Selection = components['schemas']['Selection']
