import { type Refusal, refuse } from '../../../values/refusal.ts'

const byConstraint: Readonly<Record<string, string>> = {
  customer_organization_id_code_key: 'code-taken',
  customer_pkey: 'already-registered',
  customer_organization_id_parent_id_fkey: 'invalid-parent-unknown',
  customer_organization_id_territory_id_fkey: 'invalid-territory-unknown',
  contact_pkey: 'already-there',
  contact_in_charge: 'invalid-two-in-charge',
  product_organization_id_code_key: 'code-taken',
  territory_organization_id_name_key: 'name-taken',
  saved_view_organization_id_person_id_name_key: 'name-taken',
  steward_is_not_its_salesperson: 'steward-sells-there',
}

/**
 * What the database refused as the rule it stands for: codes are used once in the company, also among customers that
 * this person doesn't see, so only the database can tell. `code` is the one that was wanted. Everything else goes on being thrown.
 */
export function codeTaken(error: unknown, code?: string): Refusal {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  const refused = byConstraint[constraint]
  if (refused === undefined) throw error
  return refuse(refused, code === undefined ? {} : { facts: { code } })
}
