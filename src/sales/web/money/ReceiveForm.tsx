import { Alert, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../../platform/web/ui/ReasonField.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { differenceOf } from '../../hand-in.ts'
import { AmountField } from './AmountField.tsx'
import type { CashInHand } from './types.ts'
import { useAmount } from './useAmount.ts'
import { useRefreshMoney } from './useRefreshMoney.ts'

type Props = { row: CashInHand['rows'][number]; onClose: () => void }

/** Counts what somebody brings; a difference is said before it is saved, and that it is nobody's wage (rule 5.4). */
export function ReceiveForm({ row, onClose }: Props) {
  const { t } = useTranslation('money')
  const { money } = useFormats()
  const refresh = useRefreshMoney()
  const [id] = useState(() => crypto.randomUUID())
  const counted = useAmount(row.currency)
  const [note, setNote] = useState('')
  const { currency, amountMinor: expectedMinor, person } = row
  const difference = counted.minor === null ? 0 : differenceOf({ expectedMinor, countedMinor: counted.minor })
  const receive = api.useMutation('post', '/api/hand-ins', {
    onSuccess: async ({ differenceMinor }) => {
      await refresh()
      say(t(differenceMinor === 0 ? 'handIn.done' : 'handIn.doneDifferent', { name: person.name }))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('handIn.title', { name: person.name })}
      onClose={onClose}
      button={t('handIn.save')}
      isReady={counted.minor !== null}
      isPending={receive.isPending}
      error={receive.error}
      of="money"
      onSubmit={() =>
        receive.mutate({
          body: {
            id,
            personId: person.id,
            currency,
            countedMinor: counted.minor ?? 0,
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          },
        })
      }
    >
      <Text size="sm">
        {t('handIn.expected', { amount: money(expectedMinor, currency), count: row.payments })}
      </Text>
      <AmountField label={t('handIn.counted', { currency })} amount={counted} isFirst />
      {counted.minor !== null && difference !== 0 && (
        <Alert color="orange" variant="light" aria-live="polite">
          {t(difference < 0 ? 'handIn.less' : 'handIn.more', {
            amount: money(Math.abs(difference), currency),
            name: person.name,
          })}
        </Alert>
      )}
      <ReasonField label={t('note')} value={note} onChange={setNote} />
    </FormModal>
  )
}
