import { type Refusal, refuse } from '../../../values/refusal.ts'

/** An order's number that the company uses already, also where the asker doesn't see it; everything else goes on being thrown. */
export function orderCodeTaken(error: unknown, code?: string): Refusal {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
  if (!/^(?:staged|sales)_order_organization_id_code_key$/u.test(constraint)) throw error
  return refuse('code-taken', code === undefined ? {} : { facts: { code } })
}
