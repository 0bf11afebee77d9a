import { Button, Modal, Radio, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { CustomerTier } from './types.ts'
import { useRefreshTiers } from './useRefreshTiers.ts'

type Props = { customerId: string; onClose: () => void }

/** Sets a tier by hand, or gives it to the computation, perhaps one step up or down; with the reason (rule 1.8). */
export function TierForm({ customerId, onClose }: Props) {
  const { t } = useTranslation('tiers')
  const query = api.useQuery('get', '/api/customers/{id}/tier', { params: { path: { id: customerId } } })
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      onClose={onClose}
      title={t('form.title')}
    >
      <Loaded query={query}>
        {(tier) => <Choice tier={tier} customerId={customerId} onClose={onClose} />}
      </Loaded>
    </Modal>
  )
}

const shifts = { '0': 0, '1': 1, '-1': -1 } as const
type Shift = keyof typeof shifts

function Choice({ tier, customerId, onClose }: Props & { tier: CustomerTier }) {
  const { t } = useTranslation('tiers')
  const refresh = useRefreshTiers()
  const [by, setBy] = useState(tier.by ?? 'computed')
  const [letter, setLetter] = useState<string>(tier.tier ?? '')
  const [shift, setShift] = useState<Shift>(String(tier.shift) as Shift)
  const [reason, setReason] = useState('')
  const then = {
    onSuccess: async () => {
      await refresh()
      onClose()
    },
    onError: sayProblem,
  }
  const byHand = api.useMutation('put', '/api/customers/{id}/tier', then)
  const bySales = api.useMutation('put', '/api/customers/{id}/tier/computed', then)
  const params = { path: { id: customerId } }
  const asksReason = by === 'hand' || shift !== '0'
  function save() {
    if (by === 'computed') {
      const why = shift === '0' ? {} : { reason }
      bySales.mutate({ params, body: { shift: shifts[shift], ...why } })
    } else if (letter === 'A' || letter === 'B' || letter === 'C' || letter === '')
      byHand.mutate({ params, body: { tier: letter === '' ? null : letter, reason } })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack>
        <Radio.Group
          label={t('form.by')}
          value={by}
          onChange={(value) => setBy(value === 'hand' ? 'hand' : 'computed')}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="computed" label={t('form.computed')} description={t('form.computedText')} />
            <Radio value="hand" label={t('form.hand')} description={t('form.handText')} />
          </Stack>
        </Radio.Group>
        {by === 'hand' ? (
          <SegmentedControl
            fullWidth
            aria-label={t('form.tier')}
            data={['A', 'B', 'C', { value: '', label: t('form.none') }]}
            value={letter}
            onChange={setLetter}
          />
        ) : (
          <Radio.Group label={t('form.shift')} value={shift} onChange={(value) => setShift(value as Shift)}>
            <Stack gap="xs" mt="xs">
              <Radio value="0" label={t('form.asComputed')} />
              <Radio value="1" label={t('form.up')} />
              <Radio value="-1" label={t('form.down')} />
            </Stack>
          </Radio.Group>
        )}
        {asksReason && (
          <Textarea
            label={t('form.reason')}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          loading={byHand.isPending || bySales.isPending}
          disabled={asksReason && reason.trim() === ''}
        >
          {t('form.save')}
        </Button>
      </Stack>
    </form>
  )
}
