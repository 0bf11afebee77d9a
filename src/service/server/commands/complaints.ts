import { type Work, inRegister, onCustomer } from '../../../customers/server/commands/in-register.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { leftAmong } from '../../../ownership/server/queries/holders.ts'
import { ownerOf } from '../../../pool/server/queries/protection.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { type ComplaintAct, daysOf, daysToAnswer, refusalOfAct } from '../../complaint.ts'
import type {
  PassOnComplaint,
  RaiseComplaint,
  RateComplaint,
  ReopenComplaint,
  ResolveComplaint,
} from '../../schema.ts'
import {
  type Kept,
  insertComplaint,
  lockComplaint,
  unknownAmong,
  writePassedOn,
  writeRated,
  writeReopened,
  writeResolved,
} from '../queries/write.ts'

type Saved = { id: string; version: number }

/** Notes a complaint of a customer (rule 8.2). Nobody named: it is the owner's to answer, whoever that is on the day. */
export async function raiseComplaint(
  services: Services,
  actor: Actor,
  customerId: string,
  complaint: RaiseComplaint,
): Promise<Saved | Refusal> {
  return await onCustomer(
    services,
    actor,
    'raise-complaint',
    'complaints.write',
    customerId,
    async ({ tx, changes, facts }) => {
      const today = facts.today as Day
      const days = daysOf({ raisedOn: complaint.raisedOn as Day, dueOn: complaint.dueOn as Day }, today)
      if (isRefusal(days)) return days
      const unknown = await unknownAmong(tx, customerId, complaint)
      if (unknown !== null) return refuse('complaint-names-unknown', { facts: { field: unknown } })
      const { responsibleId = null, kind } = complaint
      if (responsibleId !== null && (await leftAmong(tx, [responsibleId], today)).length > 0)
        return refuse('has-left', { facts: { field: 'responsibleId' } })
      const id = complaint.id ?? newId()
      const there = await insertComplaint(tx, id, customerId, complaint, days)
      if (there !== null)
        return there.customerId === customerId
          ? { id, version: there.version }
          : refuse('complaint-elsewhere', { facts: { field: 'id' } })
      changes.add('complaint', id, customerId)
      const to = responsibleId ?? (await ownerOf(tx, customerId))
      await tellResponsible({ tx, changes }, actor, to, { id, customerId, dueOn: days.dueOn })
      await emit(tx, 'complaint.raised', { complaintId: id, customerId, kind, dueOn: days.dueOn })
      return { id, version: 1 }
    },
  )
}

/** Names who has to answer it; nobody: the customer's owner again. */
export async function passOnComplaint(
  services: Services,
  actor: Actor,
  id: string,
  { version, responsibleId, dueOn }: PassOnComplaint,
): Promise<Saved | Refusal> {
  return await onComplaint(services, actor, id, version, 'pass-on', async (work, kept, today) => {
    const { tx } = work
    if (responsibleId !== null) {
      if ((await unknownAmong(tx, kept.customerId, { responsibleId })) !== null)
        return refuse('complaint-names-unknown', { facts: { field: 'responsibleId' } })
      if ((await leftAmong(tx, [responsibleId], today)).length > 0)
        return refuse('has-left', { facts: { field: 'responsibleId' } })
    }
    const due = (dueOn ?? kept.dueOn) as Day
    if (due < kept.raisedOn) return refuse('due-before-raised', { rule: '8.2', facts: { field: 'dueOn' } })
    await writePassedOn(tx, id, responsibleId, due)
    const to = responsibleId ?? (await ownerOf(tx, kept.customerId))
    if (to !== kept.responsibleId) await tellResponsible(work, actor, to, { ...kept, dueOn: due })
    return null
  })
}

/** Closes it with cause and remedy. */
export async function resolveComplaint(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...said }: ResolveComplaint,
): Promise<Saved | Refusal> {
  return await onComplaint(services, actor, id, version, 'resolve', async ({ tx }, kept, today) => {
    await writeResolved(tx, id, today, said)
    await emit(tx, 'complaint.resolved', { complaintId: id, customerId: kept.customerId })
    return null
  })
}

/** Opens it again, to be answered anew within the usual days. */
export async function reopenComplaint(
  services: Services,
  actor: Actor,
  id: string,
  { version, dueOn }: ReopenComplaint,
): Promise<Saved | Refusal> {
  return await onComplaint(services, actor, id, version, 'reopen', async (work, kept, today) => {
    const due = (dueOn ?? addDays(today, daysToAnswer)) as Day
    if (due < today) return refuse('due-before-raised', { rule: '8.2', facts: { field: 'dueOn' } })
    await writeReopened(work.tx, id, due)
    const to = kept.responsibleId ?? (await ownerOf(work.tx, kept.customerId))
    await tellResponsible(work, actor, to, { ...kept, dueOn: due })
    return null
  })
}

/** What the customer thought of the answer. */
export async function rateComplaint(
  services: Services,
  actor: Actor,
  id: string,
  { version, rating }: RateComplaint,
): Promise<Saved | Refusal> {
  return await onComplaint(services, actor, id, version, 'rate', async ({ tx }) => {
    await writeRated(tx, id, rating)
    return null
  })
}

/** Does one act to a complaint as it was seen: refused when it changed since, or when its state doesn't allow it. */
async function onComplaint(
  services: Services,
  actor: Actor,
  id: string,
  version: number,
  act: ComplaintAct,
  write: (work: Work, kept: Kept, today: Day) => Promise<Refusal | null>,
): Promise<Saved | Refusal> {
  return await inRegister(services, actor, `${act}-complaint`, 'complaints.write', async (work) => {
    const kept = await lockComplaint(work.tx, id)
    if (kept === null) return refuse('not-found')
    const today = work.facts.today as Day
    if (kept.version !== version) return refuse('complaint-changed-meanwhile')
    const refusal = refusalOfAct(act, kept, today) ?? (await write(work, kept, today))
    if (refusal !== null) return refusal
    work.changes.add('complaint', id, kept.customerId)
    return { id, version: version + 1 }
  })
}

async function tellResponsible(
  { tx, changes }: Pick<Work, 'tx' | 'changes'>,
  { personId: by }: Actor,
  to: string | null,
  { id, customerId, dueOn }: { id: string; customerId: string; dueOn: Day },
): Promise<void> {
  if (to === null || to === by) return
  const facts = { customer: customerId, dueOn, ...(by === null ? {} : { by }) }
  await tell(tx, changes, [{ personId: to, kind: 'complaint-to-answer', about: id, facts }])
}
