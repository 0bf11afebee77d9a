import { Button, Group, NumberInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { millionths, quantityText } from '../../line-total.ts'
import { useRefreshOrders } from './useOrders.ts'
import type { Order } from './useOrderWords.ts'

type Props = { order: Order; onClose: () => void; onReturned: (id: string) => void }

/** Takes goods of the order back, all or some of them: never more than is left. */
export function ReturnForm({ order, onClose, onReturned }: Props) {
  const { t } = useTranslation('sales')
  const { today, decimalMark, number } = useFormats()
  const refresh = useRefreshOrders()
  const [id] = useState(() => crypto.randomUUID())
  const [back, setBack] = useState<Readonly<Record<string, string | number>>>({})
  const [reason, setReason] = useState('')
  const left = order.lines
    .map((line) => ({
      line,
      left: quantityText((millionths(line.quantity) ?? 0n) - (millionths(line.returned) ?? 0n)),
    }))
    .filter((one) => Number(one.left) > 0)
  const lines = left.flatMap(({ line }) =>
    Number(back[line.id] ?? 0) > 0 ? [{ lineId: line.id, quantity: String(back[line.id]) }] : [],
  )
  const take = api.useMutation('post', '/api/orders/{id}/returns', {
    onSuccess: async (saved) => {
      await refresh()
      say(t('tookBack', { code: saved.code }))
      onClose()
      onReturned(saved.id)
    },
  })
  return (
    <FormModal
      title={t('takeBackOf', { code: order.code })}
      onClose={onClose}
      button={t('takeBack')}
      onSubmit={() =>
        take.mutate({ params: { path: { id: order.id } }, body: { id, on: today, reason, lines } })
      }
      isReady={lines.length > 0 && reason.trim() !== ''}
      isPending={take.isPending}
      error={take.error}
      of="sales"
    >
      {left.length === 0 && <Text c="dimmed">{t('nothingLeft')}</Text>}
      {left.map(({ line, left: most }) => (
        <Group key={line.id} justify="space-between" wrap="nowrap" align="center">
          <div>
            <Text size="sm">{line.product.name}</Text>
            <Text size="xs" c="dimmed">
              {t('leftOf', { left: number(Number(most)) })}
            </Text>
          </div>
          <NumberInput
            aria-label={t('backOf', { product: line.product.name })}
            w={100}
            flex="none"
            min={0}
            max={Number(most)}
            decimalScale={6}
            decimalSeparator={decimalMark}
            hideControls
            placeholder="0"
            value={back[line.id] ?? ''}
            onChange={(quantity) => setBack({ ...back, [line.id]: quantity })}
          />
        </Group>
      ))}
      {left.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setBack(Object.fromEntries(left.map((one) => [one.line.id, Number(one.left)])))}
        >
          {t('everything')}
        </Button>
      )}
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormModal>
  )
}
