import { useState } from 'react'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { fieldSentencesOf } from '../../../platform/web/request/sentence.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { type ContactValues, fieldsOf } from './contact-values.ts'
import type { ChangeOutcome, Contact, Customer } from './customer.ts'
import { useOutcome } from './useOutcome.ts'

type ContactSet = components['schemas']['ContactSet']

/** Adds and changes contacts. What met somebody else's change is kept for the form to show with both values. */
export function useContactSave(customer: Customer, onWrong: (fields: Record<string, string>) => void) {
  const tell = useOutcome(customer.id)
  const [conflicts, setConflicts] = useState<ChangeOutcome['conflicts']>([])
  // Two presses make one contact: the id is made here (rule 9.2).
  const [newId] = useState(() => crypto.randomUUID())
  const onError = (error: unknown) => {
    const sentences = Object.entries(fieldSentencesOf(error))
    onWrong(Object.fromEntries(sentences.map(([field, text]) => [field.split('.')[1] ?? field, text])))
    sayProblem(error)
  }
  const adding = api.useMutation('post', '/api/customers/{id}/contacts', { onError })
  const changing = api.useMutation('patch', '/api/customers/{id}/contacts/{contactId}', { onError })

  async function add(values: ContactValues): Promise<boolean> {
    const params = { path: { id: customer.id } }
    const body = { id: newId, ...fieldsOf(values), inCharge: values.inCharge }
    const made = await adding.mutateAsync({ params, body }).catch(() => null)
    if (made === null) return false
    await tell(made.outcome)
    return true
  }
  async function change(
    contact: Contact,
    set: ContactSet,
    reason: string,
  ): Promise<Contact | 'done' | 'failed'> {
    const params = { path: { id: customer.id, contactId: contact.id } }
    const body = { set, ...(reason.trim() === '' ? {} : { reason }) }
    const outcome = await changing.mutateAsync({ params, body }).catch(() => null)
    if (outcome === null) return 'failed'
    setConflicts(outcome.conflicts)
    const now = await tell(outcome)
    if (outcome.conflicts.length === 0) return 'done'
    return now.contacts.find(({ id }) => id === contact.id) ?? 'done'
  }
  return { add, change, conflicts, setConflicts, isPending: adding.isPending || changing.isPending }
}
