import { type PushProblem, problemsOf } from '../push.ts'
import { PushedOrder } from '../schema/push.ts'

export type ReadOrder = {
  readonly number: string | null
  /** Null where it could not be read, or goes against a rule by itself. */
  readonly order: PushedOrder | null
  readonly problems: PushProblem[]
}

/** Reads one order of a batch; what can't be read is said by field, value and rule, at most twenty a time. */
export function readPushed(given: unknown): ReadOrder {
  const parsed = PushedOrder.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, 20).map(({ path, message }) => {
      const value = valueAt(given, path)
      return { field: path.join('.') || 'order', ...(value === undefined ? {} : { value }), rule: message }
    })
    return { number: valueAt(given, ['number'])?.slice(0, 60) ?? null, order: null, problems }
  }
  // One way to write a moment, so that they compare as texts.
  const order = { ...parsed.data, changedAt: new Date(parsed.data.changedAt).toISOString() }
  const problems = problemsOf(order)
  return { number: order.number, order: problems.length > 0 ? null : order, problems }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): string | undefined {
  let at: unknown = data
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Reflect.get(at, key)
  }
  if (at === undefined) return undefined
  return (typeof at === 'string' ? at : (JSON.stringify(at) ?? '')).slice(0, 120).toWellFormed()
}
