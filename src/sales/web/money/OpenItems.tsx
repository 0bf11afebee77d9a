import { Badge, Button, Group, Menu, Text } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import type { Reasoned } from './ReasonForm.tsx'
import type { CustomerAccount, Receivable } from './types.ts'
import classes from './money.module.css'

type Props = { account: CustomerAccount; onReason: (reasoned: Reasoned) => void }

/** Invoices and credit notes, the oldest due first, each with what is open of it. */
export function OpenItems({ account, onReason }: Props) {
  const { t } = useTranslation('money')
  if (account.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('items.none')}
      </Text>
    )
  return (
    <Lines label={t('items.title')}>
      {account.items.map((item) => (
        <Item key={item.id} item={item} account={account} onReason={onReason} />
      ))}
    </Lines>
  )
}

function Item({ item, account, onReason }: Props & { item: Receivable }) {
  const { t } = useTranslation('money')
  const { day, money, fromToday } = useFormats()
  const open = item.amountMinor - item.settledMinor
  const isLive = item.cancelledOn === null
  const isLate = isLive && open !== 0 && item.dueOn < account.today
  const name = item.code
  const details = [
    t(`kinds.${item.kind}`),
    t('items.issued', { day: day(item.issuedOn) }),
    t(isLate ? 'items.late' : 'items.due', { day: day(item.dueOn), ago: fromToday(item.dueOn) }),
    open === item.amountMinor ? null : t('items.of', { amount: money(item.amountMinor, item.currency) }),
    item.note,
    item.cancelReason,
    item.disputedOn === null ? null : item.disputeNote,
  ]
  return (
    <Line
      title={
        <Group gap="xs">
          {name}
          {item.disputedOn !== null && (
            <Badge size="sm" variant="light" color="red">
              {t('items.disputed')}
            </Badge>
          )}
          {!isLive && (
            <Badge size="sm" variant="light" color="gray">
              {t('items.cancelled')}
            </Badge>
          )}
        </Group>
      }
      detail={details.filter(Boolean).join(' · ')}
      action={
        <Group gap="xs" wrap="nowrap">
          <Text className={`${classes['figure']} ${isLate ? classes['late'] : ''}`}>
            {money(isLive ? open : item.amountMinor, item.currency)}
          </Text>
          {isLive && (account.may.record || account.may.collect) && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <Button variant="subtle" px="xs" aria-label={t('items.more', { code: name })}>
                  <IconDots size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => onReason({ act: 'dispute', id: item.id, name })}>
                  {t('reason.dispute.button')}…
                </Menu.Item>
                {account.may.record && item.settledMinor === 0 && (
                  <Menu.Item onClick={() => onReason({ act: 'cancel', id: item.id, name })}>
                    {t('reason.cancel.button')}…
                  </Menu.Item>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      }
    />
  )
}
