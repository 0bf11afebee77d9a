import { Worker } from 'node:worker_threads'
import type { Assignment } from '../../assignment.ts'
import type { Question, Solved } from './worker.ts'

type Answer = { readonly given: (number | null)[]; readonly proved: boolean }
type Waiting = { answered: (answer: Answer) => void; failed: (why: Error) => void }

/** One thread with the solver in it, begun by the first question; it keeps no program alive. */
let thread: Worker | null = null
const waiting = new Map<number, Waiting>()
let asked = 0

function begun(): Worker {
  if (thread !== null) return thread
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  thread = worker
  worker.on('message', (solved: Solved) => {
    const one = waiting.get(solved.id)
    waiting.delete(solved.id)
    if (waiting.size === 0) worker.unref()
    if ('failed' in solved) {
      // A solver that has failed once may be left in any state: the next question gets a new one.
      if (thread === worker) thread = null
      one?.failed(new Error(solved.failed))
      if (waiting.size === 0) void worker.terminate()
    } else one?.answered(solved)
  })
  worker.on('error', (why) => {
    if (thread === worker) thread = null
    for (const one of waiting.values()) one.failed(why as Error)
    waiting.clear()
  })
  return worker
}

/**
 * The best plan, computed beside the server's own thread. `proved`: none is better by more than a thousandth; false where
 * the seconds were over before that was certain. Throws where the solver fails.
 */
export function solve(assignment: Assignment, seconds = 10): Promise<Answer> {
  const worker = begun()
  const id = (asked += 1)
  return new Promise((answered, failed) => {
    waiting.set(id, { answered, failed })
    worker.ref()
    worker.postMessage({ id, assignment, seconds } satisfies Question)
  })
}
