import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type Case = components['schemas']['Collision']
export type CaseInBrief = components['schemas']['CollisionInBrief']
export type Claim = components['schemas']['CollisionClaim']
export type CaseEvent = components['schemas']['CollisionEvent']
export type Act = components['schemas']['CollisionAct']
export type Split = components['schemas']['CollisionSplit']
