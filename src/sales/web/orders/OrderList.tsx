import { Badge, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import classes from './orders.module.css'
import { type OrderRow, colourOfStage, useOrderWords } from './useOrderWords.ts'

type Props = {
  rows: readonly OrderRow[]
  label: string
  to: (id: string) => string
  withoutCustomer?: boolean
}

/** Orders and returns, one line each: whose, when, how far, how much. */
export function OrderList({ rows, label, to, withoutCustomer = false }: Props) {
  return (
    <ul className={classes['list']} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={to(row.id)} className={classes['row'] ?? ''}>
            <OrderInLine row={row} withoutCustomer={withoutCustomer} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function OrderInLine({ row, withoutCustomer }: { row: OrderRow; withoutCustomer: boolean }) {
  const { t } = useTranslation('sales')
  const { day, money } = useFormats()
  const { stageOf } = useOrderWords()
  const what = t(row.kind === 'return' ? 'returnIs' : 'orderIs', { code: row.code })
  const facts = [
    withoutCustomer ? null : what,
    day(row.orderedOn),
    row.person?.name,
    t('lines', { count: row.lineCount }),
  ]
  return (
    <>
      <span className={classes['words']}>
        <Text component="span" fw={500}>
          {withoutCustomer ? what : row.customer.name}
        </Text>
        <Text component="span" size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </span>
      <Group gap="sm" wrap="nowrap" className={classes['end'] ?? ''}>
        <Badge variant="light" color={colourOfStage[row.stage]} radius="sm">
          {stageOf(row)}
        </Badge>
        <Text
          component="span"
          className={classes['figure'] ?? ''}
          td={row.stage === 'cancelled' ? 'line-through' : 'none'}
        >
          {money(row.totalMinor, row.currency)}
        </Text>
      </Group>
    </>
  )
}
