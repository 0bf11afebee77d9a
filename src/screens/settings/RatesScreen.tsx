import { Alert, Button, Group, Table } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { RateForm } from '../../sales/web/money/RateForm.tsx'
import { useRefreshMoney } from '../../sales/web/money/useRefreshMoney.ts'
import { paths } from '../paths.ts'

/** What other currencies are worth in the company's own, by day; a missing one is named. */
export function RatesScreen() {
  const { t } = useTranslation(['money', 'company'])
  const { day, list } = useFormats()
  const refresh = useRefreshMoney()
  const [adding, setAdding] = useState<{ currency?: string } | null>(null)
  const query = api.useQuery('get', '/api/rates', { params: { query: {} } })
  const takeBack = api.useMutation('post', '/api/rates', {
    onSuccess: async () => {
      await refresh()
      say(t('rates.takenBack'))
    },
    onError: sayProblem,
  })
  const { mayChange = false, home = '', missing = [] } = query.data ?? {}
  return (
    <>
      <PageHeader
        title={t('rates.title')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
        subtitle={t('rates.text')}
        actions={mayChange && <Button onClick={() => setAdding({})}>{t('rates.add')}</Button>}
      />
      {missing.length > 0 && (
        <Alert color="orange" variant="light" mb="md">
          <Group justify="space-between">
            {t('rates.missing', { count: missing.length, currencies: list(missing) })}
            {mayChange && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setAdding({ currency: missing[0] ?? '' })}
              >
                {t('rates.add')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Loaded query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconArrowsExchange stroke={1.6} />}
              title={t('rates.none')}
              text={t('rates.noneText')}
            />
          ) : (
            <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('rates.from')}</Table.Th>
                    <Table.Th>{t('currency')}</Table.Th>
                    <Table.Th>{t('rates.rate', { currency: '1', home })}</Table.Th>
                    <Table.Th>{t('rates.source')}</Table.Th>
                    <Table.Td />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={`${row.currency} ${row.day}`}>
                      <Table.Td>{day(row.day)}</Table.Td>
                      <Table.Td>{row.currency}</Table.Td>
                      <Table.Td>{row.rate}</Table.Td>
                      <Table.Td>{[row.source, row.recordedBy?.name].filter(Boolean).join(' · ')}</Table.Td>
                      <Table.Td>
                        {mayChange && (
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            aria-label={t('rates.takeBackOf', { currency: row.currency, day: day(row.day) })}
                            onClick={() =>
                              takeBack.mutate({ body: { currency: row.currency, day: row.day, rate: null } })
                            }
                          >
                            {t('rates.takeBack')}
                          </Button>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      {adding !== null && <RateForm home={home} begin={adding.currency} onClose={() => setAdding(null)} />}
    </>
  )
}
