import { useTranslation } from 'react-i18next'
import { api, request } from '../../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Contact, Customer } from './customer.ts'
import { useOutcome } from './useOutcome.ts'

/** What can be done with a contact by one press. Removing is undone by adding the same person again. */
export function useContactActions(customer: Customer, contact: Contact) {
  const { t } = useTranslation('customer')
  const tell = useOutcome(customer.id)
  const refresh = useRefreshCustomers()
  const params = { path: { id: customer.id, contactId: contact.id } }
  const inCharge = api.useMutation('post', '/api/customers/{id}/contacts/{contactId}/in-charge', {
    onSuccess: tell,
    onError: sayProblem,
  })
  const removal = api.useMutation('delete', '/api/customers/{id}/contacts/{contactId}', {
    onSuccess: async (outcome) => {
      if (outcome.requested.length > 0) {
        await tell(outcome)
        return
      }
      await refresh()
      offerUndo(t('contact.removed', { name: contact.name }), addAgain)
    },
    onError: sayProblem,
  })
  async function addAgain() {
    const { name, title, parts, phone, messaging, email, language } = contact
    const { error } = await request.POST('/api/customers/{id}/contacts', {
      params: { path: { id: customer.id } },
      body: { name, title, parts, phone, messaging, email, language, inCharge: contact.inCharge },
    })
    if (error !== undefined) throw error
    await refresh()
  }
  return {
    putInCharge: () => inCharge.mutate({ params, body: {} }),
    remove: () => removal.mutate({ params }),
  }
}
