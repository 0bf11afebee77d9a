import { type Refusal, refuse } from '../values/refusal.ts'

/** The roles a person may hold, several at once. */
export const roles = [
  'principal',
  'manager',
  'salesperson',
  'steward',
  'hr',
  'payroll',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/**
 * What each role may do: the one place where it is decided (rule 10.1). The names are sent to the screens, which show
 * only what is possible, and to the database, whose row-level security asks for the same names. Customers are seen "of
 * one's own" by everybody who holds some; with people.below also those of everybody below.
 */
export const permissions = {
  'company.settings': ['principal', 'administrator'],
  'company.backup': ['principal', 'administrator'],
  // What leaves the company by itself, to other programs.
  'integrations.manage': ['principal', 'administrator'],
  'people.read': ['principal', 'manager', 'salesperson', 'steward', 'hr', 'payroll', 'administrator'],
  // Sees and may, for everybody below in the tree of managers, what a person sees and may for their own customers.
  'people.below': ['principal', 'manager'],
  'people.change': ['principal', 'hr', 'administrator'],
  'people.export': ['principal', 'hr', 'administrator'],
  'people.agreements': ['principal', 'hr'],
  'people.roles': ['principal', 'hr', 'administrator'],
  'people.invite': ['principal', 'hr', 'administrator'],
  'territories.change': ['principal', 'manager', 'steward', 'administrator'],
  'customers.read': ['principal', 'manager', 'salesperson', 'steward'],
  'customers.read.all': ['principal', 'steward'],
  'customers.register': ['principal', 'manager', 'salesperson', 'steward'],
  'customers.change': ['principal', 'manager', 'salesperson', 'steward'],
  'customers.change.protected': ['principal', 'manager', 'steward'],
  'customers.assign': ['principal', 'manager', 'steward'],
  'customers.pool': ['principal', 'manager', 'salesperson', 'steward'],
  'customers.claim': ['salesperson'],
  'ownership.correct': ['principal', 'steward'],
  // Rules who owns a customer that several claim; above all of them, never in a case of one's own (rule 2.3).
  'collisions.rule': ['principal', 'manager', 'steward'],
  // Decides an appeal against somebody else's ruling.
  'collisions.decide': ['principal'],
  'customers.import': ['principal', 'steward'],
  'customers.export': ['principal', 'manager', 'steward'],
  'customers.merge': ['principal', 'steward'],
  'customers.remove': ['principal', 'steward'],
  'customers.steward': ['principal', 'manager', 'steward'],
  'requests.decide': ['principal', 'manager', 'steward'],
  'orders.import': ['principal', 'steward'],
  'orders.write': ['principal', 'manager', 'salesperson', 'steward'],
  'products.change': ['principal', 'steward'],
  'prices.change': ['principal', 'manager', 'steward'],
  'rates.change': ['principal', 'payroll', 'administrator'],
  // Tiers of the whole company at once, from what customers bought (rule 1.8).
  'tiers.compute': ['principal', 'steward'],
  'visits.write': ['principal', 'manager', 'salesperson', 'steward'],
  // What customers owe: invoices, credit notes and payments recorded; a salesperson records what they collect.
  'money.read': ['principal', 'manager', 'salesperson', 'steward', 'payroll'],
  'money.record': ['principal', 'steward', 'payroll'],
  'money.collect': ['principal', 'manager', 'salesperson'],
  // Takes in and counts what salespeople collected (rule 5.3).
  'money.receive': ['principal', 'manager', 'payroll'],
  'complaints.write': ['principal', 'manager', 'salesperson', 'steward'],
  'privacy.manage': ['principal', 'steward'],
  'privacy.erase': ['principal', 'steward'],
  'access-log.read': ['principal', 'administrator', 'hr'],
  'keys.own': ['principal', 'manager', 'salesperson', 'steward', 'hr', 'payroll', 'administrator'],
} as const satisfies Record<string, readonly Role[]>

/** What a request must be allowed, in the words above. */
export type Permission = keyof typeof permissions
export const allPermissions = Object.keys(permissions) as Permission[]

/** Every permission that the roles together give. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return allPermissions.filter((name) =>
    (permissions[name] as readonly Role[]).some((role) => held.includes(role)),
  )
}

/** Whether these roles allow it. */
export function may(held: readonly Role[], name: Permission): boolean {
  return (permissions[name] as readonly Role[]).some((role) => held.includes(role))
}

/** The refusal (rule 10.1) of somebody who lacks a permission; null when they have it. */
export function lacks(
  actor: { readonly may: readonly string[] },
  name: Permission,
): Refusal<'not-allowed'> | null {
  return actor.may.includes(name)
    ? null
    : refuse('not-allowed', { rule: '10.1', facts: { permission: name } })
}
