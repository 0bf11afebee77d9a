import { type Refusal, refuse } from '../values/refusal.ts'
import type { Role } from './permissions.ts'

/**
 * Who may give and take each role. The roles that open what is confidential (people's files, pay) or everything are a
 * principal's to give; an administrator runs the accounts without being able to read more than before.
 */
export const givers: Readonly<Record<Role, readonly Role[]>> = {
  principal: ['principal'],
  hr: ['principal'],
  payroll: ['principal'],
  administrator: ['principal', 'administrator'],
  steward: ['principal', 'administrator'],
  manager: ['principal', 'administrator', 'hr'],
  salesperson: ['principal', 'administrator', 'hr'],
}

type Giver = { readonly id: string; readonly roles: readonly Role[] }

/** Whether this person may give the role to that one. Nobody but a principal widens what they may do themselves. */
export function mayGive(giver: Giver, role: Role, to: string): Refusal | null {
  if (!givers[role].some((one) => giver.roles.includes(one))) {
    return refuse('role-not-yours-to-give', { rule: '10.1', facts: { role } })
  }
  if (giver.id === to && !giver.roles.includes('principal')) {
    return refuse('role-not-to-oneself', { rule: '10.1', facts: { role } })
  }
  return null
}

/** Whether this person may take the role from that one. Everybody may lay down a role of their own. */
export function mayTake(taker: Giver, role: Role, from: string): Refusal | null {
  if (taker.id === from || givers[role].some((one) => taker.roles.includes(one))) return null
  return refuse('role-not-yours-to-take', { rule: '10.1', facts: { role } })
}

/**
 * Whether this person may invite somebody with these roles. A link hands the roles over to whoever opens it, so only
 * those who may give all of them may make one. Asked again when it is accepted: roles may have been added since.
 */
export function mayInvite(inviter: Giver, invited: readonly Role[]): Refusal | null {
  for (const role of invited) {
    const no = givers[role].some((one) => inviter.roles.includes(one))
      ? null
      : refuse('role-not-yours-to-give', { rule: '10.1', facts: { role } })
    if (no !== null) return no
  }
  return null
}

/** Whether this person may end the access of somebody with these roles: a principal's only another principal. */
export function mayEndAccess(ender: Giver, held: readonly Role[]): Refusal | null {
  if (!held.includes('principal') || ender.roles.includes('principal')) return null
  return refuse('access-of-a-principal', { rule: '10.1' })
}

/** Roles without which a company would be locked out of its own house. */
export const neverVacant = ['principal', 'administrator'] as const satisfies readonly Role[]

/** Somebody with a role; `able` when they can sign in: an account, access, and not gone. */
export type RoleHolder = { readonly personId: string; readonly role: Role; readonly able: boolean }

/** Refuses what would leave no principal, or no administrator, who can sign in. `roles`: those the person would lose. */
export function keepsOne(
  holders: readonly RoleHolder[],
  person: string,
  roles: readonly Role[],
): Refusal | null {
  for (const role of neverVacant) {
    if (!roles.includes(role)) continue
    const able = holders.filter((holder) => holder.role === role && holder.able)
    if (able.length === 1 && able[0]?.personId === person) return refuse(`last-${role}`, { rule: '10.1' })
  }
  return null
}
