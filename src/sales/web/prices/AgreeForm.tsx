import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { useRefreshPrices } from './useRefreshPrices.ts'

type Props = {
  customerId: string
  holds: components['schemas']['CustomerPriceList']['holds']
  onClose: () => void
}

/** Agrees a list with the customer from a day, with the reason; or goes back to the general prices. */
export function AgreeForm({ customerId, holds, onClose }: Props) {
  const { t } = useTranslation('prices')
  const { today, day } = useFormats()
  const refresh = useRefreshPrices()
  const lists = api.useQuery('get', '/api/price-lists').data?.lists ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [from, setFrom] = useState(today)
  const [reason, setReason] = useState('')
  const agree = api.useMutation('post', '/api/customers/{id}/price-list', {
    onSuccess: async () => {
      await refresh()
      say(t('panel.agreed', { day: day(from) }))
      onClose()
    },
  })
  const general = holds?.list == null ? [] : [{ value: 'general', label: t('panel.generalAgain') }]
  return (
    <FormModal
      title={t('panel.agreeTitle')}
      onClose={onClose}
      button={t('panel.agree')}
      onSubmit={() =>
        agree.mutate({
          params: { path: { id: customerId } },
          body: { listId: chosen === 'general' ? null : chosen, from, reason },
        })
      }
      isReady={chosen !== null && reason.trim() !== ''}
      isPending={agree.isPending}
      error={agree.error}
      of="prices"
    >
      <Select
        label={t('panel.list')}
        data={[
          ...lists
            .filter(({ id }) => id !== holds?.list?.id)
            .map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` })),
          ...general,
        ]}
        nothingFoundMessage={t('none')}
        value={chosen}
        onChange={setChosen}
        searchable
        data-autofocus
      />
      <DayField label={t('panel.from')} value={from} onChange={(picked) => setFrom(picked ?? today)} />
      <Textarea
        label={t('panel.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
    </FormModal>
  )
}
