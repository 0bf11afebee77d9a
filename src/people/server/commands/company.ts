import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { lacks } from '../../permissions.ts'
import type { CompanyChange, InvitationRuleChange } from '../../schema/company.ts'
import { companiesHere, relistCompany, updateCompany, updateInvitationDays } from '../queries/company.ts'
import { whenAllowed } from './when-allowed.ts'

/** Changes the company's profile. Amounts that are recorded keep their currency. */
export async function changeCompany(
  services: Services,
  actor: Actor,
  input: CompanyChange,
): Promise<{ version: number } | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  const { db } = services
  const id = actor.organizationId
  const others = (await companiesHere(db)).filter((company) => company.id !== id)
  if (others.some(({ name }) => name === input.name)) {
    return refuse('company-exists', { facts: { field: 'name', name: input.name } })
  }
  // The list of companies is outside the company's own rows, so it is put back by hand when the rest fails.
  const before = await relistCompany(db, id, input.name)
  try {
    const changed = await commandAs(db, actor, 'change-company', async (tx, changes) => {
      const version = await updateCompany(tx, id, input)
      if (version === null) return refuse('changed-meanwhile')
      changes.add('organization', id)
      return { version }
    })
    if (isRefusal(changed)) await relistCompany(db, id, before)
    return changed
  } catch (error) {
    await relistCompany(db, id, before)
    throw error
  }
}

/** Changes how long invitations work from now on; links already made keep their day. */
export async function changeInvitationRule(
  services: Services,
  actor: Actor,
  { days, version }: InvitationRuleChange,
): Promise<{ days: number; version: number; mayChange: boolean } | Refusal> {
  return await whenAllowed(
    services,
    actor,
    'company.settings',
    'change-invitation-rule',
    async (tx, changes) => {
      const written = await updateInvitationDays(tx, days, version)
      if (written === null) return refuse('changed-meanwhile')
      changes.add('organization', actor.organizationId)
      return { days, version: written, mayChange: true }
    },
  )
}
