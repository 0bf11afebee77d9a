import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { type PromiseAction, promiseActions, refusesOnPromise } from '../../promise.ts'
import type { ChangePromise, CustomerPromise, MakePromise } from '../../schema/promise.ts'
import { belongTo, insertPromise, lockPromise, promiseWith, updatePromise } from '../queries/promises.ts'
import { idTaken } from './on-visit.ts'
import { refusesOutlet } from './plan.ts'

type Answer = Promise<CustomerPromise | Refusal>

/** Records a promise to a customer whom the asker sees. The same id again is the same promise. */
export async function makePromise(services: Services, actor: Actor, input: MakePromise): Answer {
  const work = inRegister(services, actor, 'make-promise', 'visits.write', async (in_) => {
    const { tx, changes, facts } = in_
    const there = await promiseWith(tx, input.id, actor)
    if (there !== null) return there.customer.id === input.customerId ? there : refuse('already-there')
    const refusal = await refusesOutlet(in_, input.customerId)
    if (refusal !== null) return refusal
    if (!(await belongTo(tx, input))) return refuse('invalid-of-another-customer')
    await insertPromise(tx, input, facts.today)
    changes.add('promise', input.id, input.customerId)
    const { id, customerId, dueOn = null } = input
    await emit(tx, 'promise.made', { promiseId: id, customerId, madeBy: actor.personId, dueOn })
    return (await promiseWith(tx, id, actor)) ?? refuse('not-found')
  })
  return await work.catch(idTaken)
}

/** Says a promise better, or for another day. */
export function changePromise(
  services: Services,
  actor: Actor,
  id: string,
  { text, dueOn }: ChangePromise,
): Answer {
  return onPromise(services, actor, { action: 'change', id }, () => ({
    ...(text === undefined ? {} : { text }),
    // For another day it may be overdue again, and its maker is then told again.
    ...(dueOn === undefined ? {} : { due_on: dueOn, overdue_told_on: null }),
  }))
}

/** It was kept, or no longer holds, today; with what came of it. */
export function closePromise(
  services: Services,
  actor: Actor,
  id: string,
  { action, outcome = '' }: { action: 'keep' | 'withdraw'; outcome?: string | undefined },
): Answer {
  return onPromise(services, actor, { action, id }, ({ facts }) => ({
    [action === 'keep' ? 'kept_on' : 'withdrawn_on']: facts.today,
    outcome: outcome || null,
    closed_by: actor.personId,
  }))
}

/** It wasn't kept or withdrawn after all. */
export function reopenPromise(services: Services, actor: Actor, id: string): Answer {
  return onPromise(services, actor, { action: 'reopen', id }, () => ({
    kept_on: null,
    withdrawn_on: null,
    outcome: null,
    closed_by: null,
  }))
}

async function onPromise(
  services: Services,
  actor: Actor,
  { action, id }: { action: PromiseAction; id: string },
  columnsOf: (in_: Work) => Record<string, unknown>,
): Answer {
  return await inRegister(services, actor, `${action}-promise`, 'visits.write', async (in_) => {
    const promise = (await lockPromise(in_.tx, id)) ? await promiseWith(in_.tx, id, actor) : null
    if (promise === null) return refuse('not-found')
    // What is sent twice happened once (rule 9.2).
    if (promiseActions[action].to === promise.state) return promise
    const refusal = refusesOnPromise(action, promise.state)
    if (refusal !== null) return refusal
    await updatePromise(in_.tx, id, columnsOf(in_))
    in_.changes.add('promise', id, promise.customer.id)
    return (await promiseWith(in_.tx, id, actor)) ?? refuse('not-found')
  })
}
