import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type Complaint = components['schemas']['Complaint']
