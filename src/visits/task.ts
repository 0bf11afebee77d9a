export const taskKinds = [
  'order',
  'stock-count',
  'photo',
  'promotion',
  'complaint',
  'promise',
  'collection',
  'other',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** A task as the visit page shows it. */
type Task = { readonly kind: TaskKind; readonly doneAt: string | null }

/** What was done on the visit besides being there: a task finished makes the call productive (rule 4.4). */
export function doneKinds(tasks: readonly Task[]): TaskKind[] {
  return taskKinds.filter((kind) => tasks.some((task) => task.kind === kind && task.doneAt !== null))
}

/** In the order of their kinds, done or not: what is ticked off stays under the thumb. */
export function inOrder<T extends Task>(tasks: readonly T[]): T[] {
  return tasks.toSorted((a, b) => taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind))
}

export const mostTasks = 40
