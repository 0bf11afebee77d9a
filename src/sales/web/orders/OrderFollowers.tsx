import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import type { Order } from './useOrderWords.ts'

/** What came back of the order. */
export function OrderReturns({ order, to }: { order: Order; to: (id: string) => string }) {
  const { t } = useTranslation('sales')
  const { day, money } = useFormats()
  if (order.returns.length === 0) return null
  return (
    <Panel title={t('returnsTitle')}>
      <Lines label={t('returnsTitle')}>
        {order.returns.map((one) => (
          <Line
            key={one.id}
            title={<TextLink to={to(one.id)}>{one.code}</TextLink>}
            detail={day(one.orderedOn)}
            action={<Text size="sm">{money(one.goodsMinor, one.currency)}</Text>}
          />
        ))}
      </Lines>
    </Panel>
  )
}

/** What was invoiced of it and what of that is settled. */
export function OrderReceivables({ order }: { order: Order }) {
  const { t } = useTranslation('sales')
  const { day, money } = useFormats()
  if (order.receivables.length === 0) return null
  return (
    <Panel title={t('billsTitle')}>
      <Lines label={t('billsTitle')}>
        {order.receivables.map((bill) => {
          const open = bill.amountMinor - bill.settledMinor
          const state =
            bill.cancelledOn !== null
              ? t('billCancelled')
              : open === 0
                ? t('billPaid')
                : t('billOpen', { amount: money(open, bill.currency), day: day(bill.dueOn) })
          return (
            <Line
              key={bill.id}
              title={`${t(`bill.${bill.kind}`)} ${bill.code}`}
              detail={state}
              action={
                <Group>
                  <Text size="sm">{money(bill.amountMinor, bill.currency)}</Text>
                </Group>
              }
            />
          )
        })}
      </Lines>
    </Panel>
  )
}
