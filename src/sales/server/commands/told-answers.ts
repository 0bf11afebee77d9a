import type { Told } from '../../told.ts'
import { type ToldAnswers, tellOutcomes } from '../../schema/money-batches.ts'

export type Answer = ToldAnswers['answers'][number]
type Reads<T> = {
  safeParse: (
    given: unknown,
  ) =>
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

export function rejected(number: string | null, field: string, rule: string): Answer {
  return { number, outcome: 'rejected', id: null, problems: [{ field, rule }] }
}

/** Each thing of a batch, or null with what is wrong with it; instants as UTC, so that they compare as text. */
export function readTold<T extends Told>(
  schema: Reads<T>,
  given: readonly unknown[],
): { told: (T | null)[]; answers: Answer[] } {
  const answers: Answer[] = []
  const told = given.map((one, at) => {
    const read = schema.safeParse(one)
    if (read.success) {
      answers[at] = { number: read.data.number, outcome: 'unchanged', id: null }
      return { ...read.data, changedAt: new Date(read.data.changedAt).toISOString() }
    }
    const number = (one as { number?: unknown } | null)?.number
    const problems = read.error.issues
      .slice(0, 10)
      .map(({ path, message }) => ({ field: path.join('.'), rule: message }))
    answers[at] = {
      number: typeof number === 'string' ? number.slice(0, 60) : null,
      outcome: 'rejected',
      id: null,
      problems,
    }
    return null
  })
  return { told, answers }
}

export function answersOf(answers: readonly Answer[]): ToldAnswers {
  const counts = Object.fromEntries(
    tellOutcomes.map((outcome) => [outcome, answers.filter((one) => one.outcome === outcome).length]),
  ) as ToldAnswers['counts']
  return { counts, answers: [...answers] }
}
