import { companyOf } from '../../../people/server/queries/company.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { type Services, dayIn } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { dueOn } from '../../due.ts'
import type { NewPrivacyRequest, PrivacyRequest } from '../../schema.ts'
import { addStep, closeRequest, insertRequest, lockRequest, requestWith } from '../queries/requests.ts'

/** The company's calendar day. */
export async function todayOf(tx: Tx, services: Services): Promise<Day> {
  return dayIn((await companyOf(tx)).timeZone, services.now()) as Day
}

async function told(tx: Tx, id: string, actor: Actor, today: Day): Promise<PrivacyRequest | Refusal> {
  return (await requestWith(tx, id, actor, today)) ?? refuse('not-found')
}

/** Records that a person asked (rule 10.3); the answer is due within a month of that day. */
export async function openRequest(
  services: Services,
  actor: Actor,
  input: NewPrivacyRequest,
): Promise<PrivacyRequest | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'open-privacy-request', async (tx) => {
    const today = await todayOf(tx, services)
    const receivedOn = (input.receivedOn ?? today) as Day
    if (receivedOn > today) return refuse('invalid-day-ahead', { facts: { today } })
    if (receivedOn < addDays(today, -3650)) return refuse('invalid-day-too-old')
    const id = newId()
    await insertRequest(tx, { ...input, id, receivedOn, dueOn: dueOn(receivedOn) })
    await addStep(tx, id, 'opened', { kind: input.kind })
    return await told(tx, id, actor, today)
  })
}

/** Notes that what was wrong about the person has been put right where it stands. */
export async function noteCorrection(
  services: Services,
  actor: Actor,
  id: string,
  what: string,
): Promise<PrivacyRequest | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'note-correction', async (tx) => {
    const request = await lockRequest(tx, id)
    if (request === null) return refuse('not-found')
    if (request.state !== 'open') return refuse('request-closed', { rule: '10.3' })
    await addStep(tx, id, 'corrected', { what })
    return await told(tx, id, actor, await todayOf(tx, services))
  })
}

export async function closePrivacyRequest(
  services: Services,
  actor: Actor,
  id: string,
  state: 'done' | 'refused',
  outcome: string,
): Promise<PrivacyRequest | Refusal> {
  if (!actor.may.includes('privacy.manage')) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'close-privacy-request', async (tx) => {
    const request = await lockRequest(tx, id)
    if (request === null) return refuse('not-found')
    if (request.state !== 'open') return refuse('request-closed', { rule: '10.3' })
    await closeRequest(tx, id, state, outcome)
    await addStep(tx, id, 'closed', { state })
    return await told(tx, id, actor, await todayOf(tx, services))
  })
}
