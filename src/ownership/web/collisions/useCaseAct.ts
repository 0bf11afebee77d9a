import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Case } from './types.ts'

type Answer = { data?: Case | undefined; error?: unknown }

/** Does something with a case: while it runs a button says so; what came of it is read again everywhere. */
export function useCaseAct(done: () => void) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  async function act(send: () => Promise<Answer>): Promise<void> {
    setBusy(true)
    setProblem(null)
    try {
      const { error } = await send()
      if (error !== undefined) {
        setProblem(error)
        return
      }
      await client.invalidateQueries()
      done()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { act, busy, problem }
}
