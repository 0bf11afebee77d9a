import { Button, Group, Table, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import classes from '../../sales/web/money/money.module.css'
import { accountPath, paths } from '../paths.ts'

type Statement = components['schemas']['AccountStatement']

/** A statement of account to print or save: what was owed, each movement, what is owed. */
export function StatementScreen() {
  const may = useMay()
  return may('money.read') ? <ReadStatement /> : <Forbidden />
}

function ReadStatement() {
  const { t } = useTranslation('money')
  const { customerId } = useParams({ from: '/frame/receivables/$customerId/statement' })
  const [asked, setAsked] = useState<{ from?: string; to?: string }>({})
  const query = api.useQuery(
    'get',
    '/api/receivables/accounts/{id}/statement',
    { params: { path: { id: customerId }, query: asked } },
    { placeholderData: (before) => before },
  )
  return (
    <Loaded query={query}>
      {(statement) => (
        <>
          <PageHeader
            title={t('statement.title', { name: statement.customer.name ?? '' })}
            crumbs={[
              { label: t('title'), to: paths.receivables },
              { label: statement.customer.name ?? '', to: accountPath(customerId) },
            ]}
            subtitle={statement.company}
            actions={
              <Button className="no-print" onClick={() => window.print()}>
                {t('statement.print')}
              </Button>
            }
          />
          <Group className="no-print" mb="md" align="end">
            <DayField
              label={t('statement.from')}
              value={statement.from}
              max={statement.to}
              onChange={(from) => setAsked({ to: statement.to, ...(from === null ? {} : { from }) })}
            />
            <DayField
              label={t('statement.to')}
              value={statement.to}
              min={statement.from}
              onChange={(to) => setAsked({ from: statement.from, ...(to === null ? {} : { to }) })}
            />
          </Group>
          <Movements statement={statement} />
        </>
      )}
    </Loaded>
  )
}

function Movements({ statement }: { statement: Statement }) {
  const { t } = useTranslation('money')
  const { day, money } = useFormats()
  const figure = classes['figure'] ?? ''
  const period = t('statement.period', { from: day(statement.from), to: day(statement.to) })
  if (statement.currencies.length === 0) return <Text>{t('statement.none', { period })}</Text>
  return statement.currencies.map((one) => (
    <Table.ScrollContainer
      key={one.currency}
      minWidth={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table captionSide="top">
        <Table.Caption>
          {period} · {one.currency}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('statement.day')}</Table.Th>
            <Table.Th>{t('statement.what')}</Table.Th>
            <Table.Th>{t('dueOn')}</Table.Th>
            <Table.Th className={figure}>{t('amount')}</Table.Th>
            <Table.Th className={figure}>{t('balance')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{day(statement.from)}</Table.Td>
            <Table.Td colSpan={3}>{t('statement.before')}</Table.Td>
            <Table.Td className={figure}>{money(one.beforeMinor, one.currency)}</Table.Td>
          </Table.Tr>
          {one.lines.map((line, at) => (
            <Table.Tr key={`${at} ${line.code ?? ''}`}>
              <Table.Td>{day(line.day)}</Table.Td>
              <Table.Td>{[t(`kinds.${line.kind}`), line.code].filter(Boolean).join(' ')}</Table.Td>
              <Table.Td>{line.dueOn === null ? '' : day(line.dueOn)}</Table.Td>
              <Table.Td className={figure}>{money(line.amountMinor, one.currency)}</Table.Td>
              <Table.Td className={figure}>{money(line.balanceMinor, one.currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className={classes['total'] ?? ''}>
            <Table.Td>{day(statement.to)}</Table.Td>
            <Table.Td colSpan={3}>
              {t('statement.after')}
              {one.overdueMinor > 0 &&
                ` · ${t('panel.late', { amount: money(one.overdueMinor, one.currency) })}`}
            </Table.Td>
            <Table.Td className={figure}>{money(one.afterMinor, one.currency)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  ))
}
