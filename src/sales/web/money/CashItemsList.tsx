import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'

/** The payments that somebody has with them in a currency. */
export function CashItemsList({ person, currency }: { person: string; currency: string }) {
  const { t } = useTranslation('money')
  const { day, money } = useFormats()
  const query = api.useQuery('get', '/api/cash-in-hand/{id}', { params: { path: { id: person } } })
  return (
    <Loaded query={query}>
      {({ rows }) => (
        <List size="sm">
          {rows
            .filter((row) => row.currency === currency)
            .map((row) => (
              <List.Item key={row.id}>
                {t('cash.item', {
                  day: day(row.paidOn),
                  name: row.customer.name ?? t('notOpen'),
                  method: t(`methods.${row.method}`),
                  amount: money(row.amountMinor, row.currency),
                })}
              </List.Item>
            ))}
        </List>
      )}
    </Loaded>
  )
}
