import { Alert, Group, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { buckets } from '../../ageing.ts'
import type { CustomerAccount } from './types.ts'
import classes from './money.module.css'

/** What a customer owes by how late it is, one line a currency, and how it stands against the limit. */
export function Balances({ account }: { account: CustomerAccount }) {
  const { t } = useTranslation('money')
  const { money } = useFormats()
  const isWide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? true
  if (!isWide) return <Narrow account={account} />
  return (
    <>
      <AgainstLimit account={account} />
      {account.balances.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('owesNothing')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {buckets.map((bucket) => (
                  <Table.Th key={bucket} className={classes['figure'] ?? ''}>
                    {t(`bucket.${bucket}`)}
                  </Table.Th>
                ))}
                <Table.Th className={classes['figure'] ?? ''}>{t('bucket.open')}</Table.Th>
                <Table.Th className={classes['figure'] ?? ''}>{t('bucket.unused')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {account.balances.map((one) => (
                <Table.Tr key={one.currency}>
                  {[...buckets, 'open' as const, 'unused' as const].map((bucket) => (
                    <Table.Td key={bucket} className={classes['figure'] ?? ''}>
                      {one[bucket] === 0 ? '–' : money(one[bucket], one.currency)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  )
}

/** The same on a phone: only what there is, below each other. */
function Narrow({ account }: { account: CustomerAccount }) {
  const { t } = useTranslation('money')
  const { money } = useFormats()
  const parts = [...buckets, 'unused' as const]
  return (
    <Stack gap={4}>
      <AgainstLimit account={account} />
      {account.balances.length === 0 && <Text size="sm">{t('owesNothing')}</Text>}
      {account.balances.map((one) => (
        <div key={one.currency}>
          {parts
            .filter((bucket) => one[bucket] !== 0)
            .map((bucket) => (
              <Group key={bucket} justify="space-between">
                <Text size="sm">{t(`bucket.${bucket}`)}</Text>
                <Text className={classes['figure'] ?? ''}>{money(one[bucket], one.currency)}</Text>
              </Group>
            ))}
          <Group justify="space-between">
            <Text fw={600}>{t('bucket.open')}</Text>
            <Text fw={600} className={classes['figure'] ?? ''}>
              {money(one.open, one.currency)}
            </Text>
          </Group>
        </div>
      ))}
    </Stack>
  )
}

function AgainstLimit({ account: { limit, beyondMinor, without } }: { account: CustomerAccount }) {
  const { t } = useTranslation('money')
  const { money, list } = useFormats()
  if (limit === null) return null
  const of = money(limit.minor, limit.currency)
  if (beyondMinor === null)
    return (
      <Alert color="orange" variant="light" mb="sm">
        {t('limit.unknown', { limit: of, currencies: list(without) })}
      </Alert>
    )
  if (beyondMinor > 0)
    return (
      <Alert color="red" variant="light" mb="sm">
        {t('limit.over', { limit: of, amount: money(beyondMinor, limit.currency) })}
      </Alert>
    )
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {t('limit.within', { limit: of, amount: money(-beyondMinor, limit.currency) })}
    </Text>
  )
}
