import { useState } from 'react'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import type { ChangeOutcome, Customer } from './customer.ts'
import { useOutcome } from './useOutcome.ts'

type ProfileSet = components['schemas']['CustomerSet']
type Told = { outcome: ChangeOutcome; now: Customer }

/** Saves fields of a profile and keeps what met a change of somebody else, for the form to show with both values. */
export function useProfileSave(customer: Customer, onError: (error: unknown) => void) {
  const tell = useOutcome(customer.id)
  const [conflicts, setConflicts] = useState<ChangeOutcome['conflicts']>([])
  const [isPending, setPending] = useState(false)
  const change = api.useMutation('patch', '/api/customers/{id}', { onError })
  /** Pending until the page is read anew: a second press before that would meet the same change again. */
  async function save(set: ProfileSet, reason = ''): Promise<Told> {
    setPending(true)
    try {
      const outcome = await change.mutateAsync({
        params: { path: { id: customer.id } },
        body: { set, ...(reason.trim() === '' ? {} : { reason }) },
      })
      const now = await tell(outcome)
      setConflicts(outcome.conflicts)
      return { outcome, now }
    } finally {
      setPending(false)
    }
  }
  return { save, conflicts, setConflicts, isPending }
}
