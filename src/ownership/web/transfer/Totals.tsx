import { Alert, List, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Transfer } from './types.ts'

/** Who a transfer's customers come from, in words: the book's person, the one owner, or how many there are. */
export function useFormerName(): (transfer: Transfer) => string {
  const { t } = useTranslation('transfers')
  return ({ book, formers }) => {
    const [first] = formers
    if (book !== null) return book.name
    if (formers.length > 1) return t('several', { count: formers.length })
    return first?.person?.name ?? t('pool')
  }
}

/** The totals of a transfer as sentences: how many to whom, what moves along, what stays. */
export function Totals({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const { day, number, money, list } = useFormats()
  const nameOf = useFormerName()
  const { customers, successors, moves, from, staysUntil, alreadyTheirs } = transfer
  const each = successors
    .filter((one) => one.customers > 0)
    .map((one) => t('toPerson', { shown: number(one.customers), name: one.person.name }))
  const total = t('total', { count: customers, shown: number(customers), name: nameOf(transfer) })
  const moved = moves.map(({ kind, count, amounts }) => {
    const worth = amounts.map(({ currency, amountMinor }) => money(amountMinor, currency))
    const said = t(`open.${kind}`, { count, shown: number(count) })
    return worth.length === 0 ? said : `${said} (${list(worth)})`
  })
  return (
    <Stack gap={4}>
      <Text fw={550}>{each.length === 0 ? total : t('totalTo', { total, each: list(each) })}</Text>
      <Text size="sm">{t('fromDay', { day: day(from) })}</Text>
      {moved.length > 0 && <Text size="sm">{t('moves', { what: list(moved) })}</Text>}
      <Text size="sm" c="dimmed">
        {t('stays', { name: nameOf(transfer) })}
      </Text>
      {staysUntil !== null && <Text size="sm">{t('staysUntil', { day: day(staysUntil) })}</Text>}
      {alreadyTheirs > 0 && (
        <Text size="sm" c="dimmed">
          {t('alreadyTheirs', { count: alreadyTheirs, shown: number(alreadyTheirs) })}
        </Text>
      )}
    </Stack>
  )
}

/** What to mind before it is done. Nothing here forbids it. */
export function Warnings({ transfer: { warnings } }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const { day, number } = useFormats()
  if (warnings.length === 0) return null
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={t('mind')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <List size="sm" spacing={4}>
        {warnings.map(({ kind, count, person, day: on }) => (
          <List.Item key={`${kind} ${person?.id ?? ''}`}>
            {t(`warning.${kind}`, {
              count,
              shown: number(count),
              name: person?.name ?? '',
              day: on === null ? '' : day(on),
            })}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
