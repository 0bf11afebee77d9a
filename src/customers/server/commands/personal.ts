import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { personalFactUntil } from '../../personal.ts'
import type { NewPersonalFact, PersonalFact } from '../../schema/personal.ts'
import * as facts from '../queries/personal.ts'
import { lockContact } from '../queries/save.ts'
import { type Work, inRegister } from './in-register.ts'

type Group = { on: boolean; purpose: string | null; legalBasis: string | null; facts: PersonalFact[] }

/** What the customer's own team knows of the person in charge. A command, because every reading is logged. */
export async function readPersonal(
  services: Services,
  actor: Actor,
  customer: string,
): Promise<Group | Refusal> {
  return await asTeam(services, actor, 'read-personal', customer, async ({ tx, facts: { settings } }) => {
    const { on, purpose, legalBasis } = settings.personalGroup
    const known = on ? await facts.personalFacts(tx, customer) : []
    await log(tx, actor, 'personal.read', customer, known.length)
    return { on, purpose, legalBasis, facts: known }
  })
}

/** Notes a personal fact with its source and the day on which it is forgotten. */
export async function notePersonal(
  services: Services,
  actor: Actor,
  customer: string,
  input: NewPersonalFact,
): Promise<{ id: string } | Refusal> {
  return await asTeam(
    services,
    actor,
    'note-personal',
    customer,
    async ({ tx, facts: { settings, today } }) => {
      const expiresOn = personalFactUntil(input, settings.personalGroup, today)
      if (isRefusal(expiresOn)) return expiresOn
      if ((await lockContact(tx, customer, input.contactId)) === null) return refuse('not-found')
      const { contactId, kind, text, source, noChildren = false } = input
      const id = newId()
      await facts.insertFact(tx, {
        id,
        customerId: customer,
        contactId,
        kind,
        text,
        source,
        notedOn: today,
        expiresOn,
        noChildren,
      })
      await log(tx, actor, 'personal.noted', customer, 1)
      return { id }
    },
  )
}

/** Removes a personal fact for good; no history keeps it. */
export async function removePersonal(
  services: Services,
  actor: Actor,
  customer: string,
  id: string,
): Promise<{ id: string } | Refusal> {
  return await asTeam(services, actor, 'remove-personal', customer, async ({ tx }) => {
    if (!(await facts.deleteFact(tx, customer, id))) return refuse('not-found')
    await log(tx, actor, 'personal.removed', customer, 1)
    return { id }
  })
}

/** Removes every fact that has expired; answers how many. */
export async function forgetExpired(services: Services, organizationId: string): Promise<number> {
  const actor = programActor(organizationId)
  return await commandAs(services.db, actor, 'forget-personal-facts', (tx) => facts.deleteExpired(tx))
}

/** Refuses whoever isn't of the customer's team: a role gives no right here, not even the principal's (rule 1.2). */
async function asTeam<T>(
  services: Services,
  actor: Actor,
  name: string,
  customer: string,
  work: (in_: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return await inRegister(services, actor, name, 'customers.read', async (in_) =>
    (await facts.isOfTeam(in_.tx, customer)) ? await work(in_) : refuse('not-allowed', { rule: '1.2' }),
  )
}

async function log(
  tx: Work['tx'],
  actor: Actor,
  action: string,
  customer: string,
  count: number,
): Promise<void> {
  await facts.logAccess(tx, { id: newId(), action, customer, count, requestId: actor.requestId ?? null })
}
