import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { AgreementInput } from '../../schema/agreement.ts'
import { deleteAgreement, insertAgreement, updateAgreement } from '../queries/agreements.ts'
import { namesOf } from '../queries/names.ts'
import { whenAllowed } from './when-allowed.ts'

type Done = Promise<{ id: string } | Refusal>

/** Puts an agreement on a person's file (rule 7.1). */
export async function addAgreement(
  services: Services,
  actor: Actor,
  person: string,
  input: AgreementInput,
): Done {
  return await whenAllowed(services, actor, 'people.agreements', 'add-agreement', async (tx, changes) => {
    if (!(await namesOf(tx, [person])).has(person)) return refuse('not-found')
    const id = newId()
    await insertAgreement(tx, actor.organizationId, id, person, input)
    changes.add('agreement', id)
    return { id }
  })
}

export async function changeAgreement(
  services: Services,
  actor: Actor,
  person: string,
  id: string,
  input: AgreementInput,
): Done {
  return await whenAllowed(services, actor, 'people.agreements', 'change-agreement', async (tx, changes) => {
    if (!(await updateAgreement(tx, id, person, input))) return refuse('not-found')
    changes.add('agreement', id)
    return { id }
  })
}

export async function removeAgreement(services: Services, actor: Actor, person: string, id: string): Done {
  return await whenAllowed(services, actor, 'people.agreements', 'remove-agreement', async (tx, changes) => {
    if (!(await deleteAgreement(tx, id, person))) return refuse('not-found')
    changes.add('agreement', id, null, true)
    return { id }
  })
}
