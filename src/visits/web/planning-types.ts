import type { components } from '../../platform/web/request/contract.gen.d.ts'

export type WeekPlan = components['schemas']['WeekPlan']
export type DueInWeek = WeekPlan['due'][number]
export type Outlet = WeekPlan['visits'][number]['customer']
export type VisitLoad = components['schemas']['VisitLoad']
export type DuePage = components['schemas']['DuePage']
export type DueCustomer = DuePage['customers'][number]
/** Where a customer's page is. */
export type To = (customerId: string) => string
