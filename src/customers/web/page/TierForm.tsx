import { Button, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Customer } from './customer.ts'

/** Sets the tier by hand, with the reason (rule 1.8). */
export function TierForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  const [tier, setTier] = useState<string>(customer.tier ?? '')
  const [reason, setReason] = useState('')
  const save = api.useMutation('put', '/api/customers/{id}/tier', {
    onSuccess: async () => {
      await refresh()
      onClose()
    },
    onError: sayProblem,
  })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('tier.set')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({
            params: { path: { id: customer.id } },
            body: { tier: tier === 'A' || tier === 'B' || tier === 'C' ? tier : null, reason },
          })
        }}
      >
        <Stack>
          <SegmentedControl
            fullWidth
            aria-label={t('field.tier')}
            data={['A', 'B', 'C', { value: '', label: t('tier.none') }]}
            value={tier}
            onChange={setTier}
          />
          <Textarea
            label={t('reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Button type="submit" loading={save.isPending} disabled={reason.trim() === ''}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
