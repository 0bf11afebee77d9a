import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'
import type { Assignment } from '../../assignment.ts'
import { linearProgramOf } from '../../linear-program.ts'

/** One question to the solver, and its answer: a taker for each line, null where nobody may take it. */
export type Question = { readonly id: number; readonly assignment: Assignment; readonly seconds: number }
export type Solved =
  | { readonly id: number; readonly given: (number | null)[]; readonly proved: boolean }
  | { readonly id: number; readonly failed: string }

/** Up to so many choices the best plan is sought to the last; above, one within a thousandth of it. */
const exact = 400

/** The package declares itself CommonJS to the compiler but is loaded as a module, whose default is the function. */
const highs = (loadHighs as unknown as typeof loadHighs.default)()

async function solve({ id, assignment, seconds }: Question): Promise<Solved> {
  const choices = assignment.lines.reduce((sum, line) => sum + line.choices.length, 0)
  if (choices === 0) return { id, given: assignment.lines.map(() => null), proved: true }
  const { Columns, Status } = (await highs).solve(linearProgramOf(assignment), {
    output_flag: false,
    mip_rel_gap: choices <= exact ? 0 : 0.001,
    time_limit: seconds,
  })
  const given = assignment.lines.map((line, index) => {
    if (line.choices.length === 0) return null
    const chosen = line.choices.find(({ taker }) => {
      const column = Columns[`x${index}_${taker}`]
      return column !== undefined && 'Primal' in column && Number(column.Primal) > 0.5
    })
    if (chosen === undefined) throw new Error(`the solver left line ${index} open: ${Status}`)
    return chosen.taker
  })
  return { id, given, proved: Status === 'Optimal' }
}

parentPort?.on('message', (question: Question) => {
  solve(question).then(
    (solved) => parentPort?.postMessage(solved),
    (failure: unknown) =>
      parentPort?.postMessage({ id: question.id, failed: String(failure) } satisfies Solved),
  )
})
