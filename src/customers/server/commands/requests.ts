import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import type { Permission } from '../../../people/permissions.ts'
import { type ContactField, contactColumns } from '../../contact-fields.ts'
import { type CustomerField, columnsFor, valueIn } from '../../fields.ts'
import { sameValue } from '../../merge-field.ts'
import { type RequestAction, actionsOn } from '../../requests.ts'
import type { ChangeRequest } from '../../schema/request.ts'
import { inChargeOf } from '../queries/in-charge.ts'
import { requestsOf } from '../queries/requests.ts'
import { type Waiting, decide, lockRequest } from '../queries/requests-write.ts'
import { type Row, lockContact } from '../queries/save.ts'
import { dropContact, replaceInCharge, saveContact, touchCustomer } from './contact-save.ts'
import { type Work, onCustomer } from './in-register.ts'
import { codeTaken } from './refusals.ts'
import { saveCustomer } from './save.ts'

type OnCustomer = Work & { readonly row: Row }
const ends = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const
const needs: Record<RequestAction, Permission> = {
  approve: 'requests.decide',
  reject: 'requests.decide',
  withdraw: 'customers.read',
}

/**
 * Approves, rejects or withdraws a request (rule 1.4): nobody decides their own. Approving is refused with
 * changed-since when the register holds another value than the one that was asked to be replaced, unless `despite`.
 */
export async function decideRequest(
  services: Services,
  actor: Actor,
  id: string,
  action: RequestAction,
  input: { note?: string | undefined; despite?: boolean | undefined } = {},
): Promise<ChangeRequest | Refusal> {
  if (!actor.may.includes(needs[action])) return refuse('not-allowed')
  const [known] = await readAs(services.db, actor, (tx) => requestsOf(tx, { id }, actor))
  if (known === undefined) return refuse('not-found')
  const work = onCustomer(
    services,
    actor,
    `${action}-request`,
    needs[action],
    known.customer.id,
    async (in_) => {
      const request = await lockRequest(in_.tx, id)
      if (request === null) return refuse('not-found')
      const refusal = whyNot(request, actor, action)
      if (refusal !== null) return refusal
      if (action === 'approve') {
        const refused = await makeReal(in_, request, input.despite === true)
        if (refused !== null) return refused
      }
      await decide(in_.tx, id, ends[action], input.note)
      in_.changes.add('change_request', id, request.customerId)
      if (action !== 'withdraw') await tellAsker(in_, request, action)
      const [decided] = await requestsOf(in_.tx, { id }, actor)
      return decided ?? refuse('not-found')
    },
  )
  return await work.catch(codeTaken)
}

/** Whoever asked hears what was decided. */
async function tellAsker(
  { tx, changes, facts: { actor } }: Work,
  { id, customerId, requestedBy }: Waiting,
  action: 'approve' | 'reject',
): Promise<void> {
  if (requestedBy === null) return
  const facts = { customer: customerId, ...(actor.personId === null ? {} : { by: actor.personId }) }
  const kind = action === 'approve' ? 'request-approved' : 'request-rejected'
  await tell(tx, changes, [{ personId: requestedBy, kind, about: id, facts }])
}

function whyNot(request: Waiting, actor: Actor, action: RequestAction): Refusal | null {
  if (actionsOn(request, actor).includes(action)) return null
  if (request.state !== 'waiting') return refuse('already-decided')
  const isOwn = request.requestedBy === actor.personId
  return isOwn && action !== 'withdraw' ? refuse('own-request', { rule: '1.4' }) : refuse('not-allowed')
}

/** Does what was asked for, in the name of whoever approves; the history entry carries the request's id. */
async function makeReal(in_: OnCustomer, request: Waiting, despite: boolean): Promise<Refusal | null> {
  if (request.entity === 'contact') return await makeRealOnContact(in_, request, despite)
  const field = request.field as CustomerField
  if (!despite && !sameValue(valueIn(in_.row, field), request.from))
    return refuse('changed-since', { rule: '1.4' })
  await saveCustomer(in_, in_.row, columnsFor(field, request.to), { cause: 'request', batchId: request.id })
  return null
}

async function makeRealOnContact(
  in_: OnCustomer,
  request: Waiting,
  despite: boolean,
): Promise<Refusal | null> {
  const contact = await lockContact(in_.tx, request.customerId, request.entityId)
  if (contact === null) return refuse('changed-since', { rule: '1.4' })
  if (request.field === 'inCharge') {
    const before = await inChargeOf(in_.tx, request.customerId)
    if (!despite && before !== request.from) return refuse('changed-since', { rule: '1.4' })
    const refused = await replaceInCharge(in_, before, request.entityId, 'request')
    if (isRefusal(refused)) return refused
  } else if (request.field === 'removed') {
    await dropContact(in_, contact, 'request')
  } else {
    const column = contactColumns[request.field as ContactField]
    if (!despite && !sameValue(contact[column], request.from)) return refuse('changed-since', { rule: '1.4' })
    await saveContact(in_, contact, { [column]: request.to }, 'request')
  }
  await touchCustomer(in_)
  return null
}
