import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { RecordVisit, SaveTask, Visit } from '../../schema/visit.ts'
import { mostTasks } from '../../task.ts'
import { deleteTask, putTask, updateVisit, visitOfTask } from '../queries/write.ts'
import { idTaken, onVisit } from './on-visit.ts'

const columns = {
  outcome: 'outcome',
  note: 'note',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
  purpose: 'purpose',
} as const

/** The columns of what was said; what was left out stays as it is, and an empty text is none. */
export function saidColumns(said: RecordVisit): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const value = said[name as keyof typeof columns]
      return value === undefined ? [] : [[column, value === '' ? null : value]]
    }),
  )
}

/** Writes down outcome, note, next step, purpose. */
export async function recordVisit(
  services: Services,
  actor: Actor,
  id: string,
  input: RecordVisit,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'record', id }, async ({ tx }) => {
    await updateVisit(tx, id, saidColumns(input))
  })
}

/** Cancels a planned visit, with the reason. */
export async function cancelVisit(
  services: Services,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'cancel', id }, async ({ tx, now }) => {
    await updateVisit(tx, id, {
      cancelled_at: now,
      cancelled_by: actor.personId,
      cancel_cause: 'hand',
      cancel_reason: reason,
    })
  })
}

/** Plans a cancelled visit again, as it was. */
export async function restoreVisit(services: Services, actor: Actor, id: string): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'restore', id }, async ({ tx, visit }) => {
    if (visit.cancelCause === 'pool') return refuse('nobody-serves', { rule: '2.5' })
    const none = { cancelled_at: null, cancelled_by: null, cancel_cause: null, cancel_reason: null }
    await updateVisit(tx, id, none)
  })
}

/** A task of a visit, new or changed; the same id again is the same task. */
export async function saveTask(
  services: Services,
  actor: Actor,
  id: string,
  taskId: string,
  { kind, text = null, result = null, done }: SaveTask,
): Promise<Visit | Refusal> {
  const work = onVisit(services, actor, { action: 'record', id }, async ({ tx, changes, visit, now }) => {
    const customerId = visit.customer.id
    const belongsTo = await visitOfTask(tx, taskId)
    if (belongsTo !== null && belongsTo !== id) return refuse('already-there')
    if (belongsTo === null && visit.tasks.length >= mostTasks)
      return refuse('too-many-tasks', { facts: { most: mostTasks } })
    const task = { id: taskId, kind, text: text || null, result: result || null, done }
    await putTask(tx, { id, customerId }, task, now)
    changes.add('visit_task', taskId, customerId)
    await updateVisit(tx, id, {})
  })
  return await work.catch(idTaken)
}

/** Takes a task away. */
export async function removeTask(
  services: Services,
  actor: Actor,
  id: string,
  taskId: string,
): Promise<Visit | Refusal> {
  return await onVisit(services, actor, { action: 'record', id }, async ({ tx, changes, visit }) => {
    if ((await visitOfTask(tx, taskId)) !== id) return
    await deleteTask(tx, taskId)
    changes.add('visit_task', taskId, visit.customer.id, true)
  })
}
