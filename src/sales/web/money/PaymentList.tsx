import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import type { Reasoned } from './ReasonForm.tsx'
import type { CustomerAccount, Payment } from './types.ts'
import { useRefreshMoney } from './useRefreshMoney.ts'
import classes from './money.module.css'

type Props = {
  account: CustomerAccount
  onReason: (reasoned: Reasoned) => void
  onReceipt: (payment: Payment) => void
}

/** Payments of the last months and those with money left, each with what it settles. */
export function PaymentList(props: Props) {
  const { t } = useTranslation('money')
  const { payments } = props.account
  if (payments.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('payments.none')}
      </Text>
    )
  return (
    <Lines label={t('payments.title')}>
      {payments.map((payment) => (
        <One key={payment.id} payment={payment} {...props} />
      ))}
    </Lines>
  )
}

function One({ payment, account, onReason, onReceipt }: Props & { payment: Payment }) {
  const { t } = useTranslation('money')
  const { day, money, list } = useFormats()
  const refresh = useRefreshMoney()
  const allocate = api.useMutation('post', '/api/allocations', {
    onSuccess: async () => {
      await refresh()
      say(t('payments.used'))
    },
    onError: sayProblem,
  })
  const { amountMinor, currency, usedMinor, collectedBy, settles } = payment
  const left = amountMinor - usedMinor
  const isVoid = payment.voidedOn !== null
  const sum = money(amountMinor, currency)
  const details = [
    t(`methods.${payment.method}`),
    collectedBy === null ? null : t('payments.by', { name: collectedBy.name }),
    collectedBy !== null && payment.handInId === null && !isVoid ? t('payments.inHand') : null,
    settles.length === 0 ? null : t('payments.settles', { codes: list(settles.map(({ code }) => code)) }),
    left > 0 && !isVoid ? t('payments.left', { amount: money(left, currency) }) : null,
    payment.note,
    payment.voidReason,
  ]
  return (
    <Line
      title={
        <Group gap="xs">
          {day(payment.paidOn)}
          {isVoid && (
            <Badge size="sm" variant="light" color="red">
              {t('payments.void')}
            </Badge>
          )}
        </Group>
      }
      detail={details.filter(Boolean).join(' · ')}
      action={
        <Group gap="xs" wrap="nowrap">
          <Text className={classes['figure'] ?? ''} td={isVoid ? 'line-through' : undefined}>
            {sum}
          </Text>
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <Button
                variant="subtle"
                px="xs"
                aria-label={t('payments.more', { amount: sum, day: day(payment.paidOn) })}
              >
                <IconDots size={16} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onReceipt(payment)}>{t('receipt.open')}</Menu.Item>
              {account.may.record && left > 0 && !isVoid && (
                <Menu.Item
                  onClick={() => allocate.mutate({ body: { paymentId: payment.id, settles: 'oldest' } })}
                >
                  {t('payments.use')}
                </Menu.Item>
              )}
              {account.may.record && !isVoid && (
                <Menu.Item onClick={() => onReason({ act: 'void', id: payment.id, name: sum })}>
                  {t('reason.void.button')}…
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      }
    />
  )
}
