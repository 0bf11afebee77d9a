import { Badge, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import { buckets } from '../../ageing.ts'
import type { AgeingPage, AgeingRow } from './types.ts'
import classes from './money.module.css'

type Props = { page: AgeingPage; isWide: boolean; to: (customerId: string) => string }
const columns = [...buckets, 'open', 'unused'] as const

/** Who owes what since when: a table where there is room, lines on a phone; the totals of everything found below. */
export function AgeingTable(props: Props) {
  return props.isWide ? <Wide {...props} /> : <Narrow {...props} />
}

function useSum() {
  const { money } = useFormats()
  return (minor: number, currency: string) => (minor === 0 ? '–' : money(minor, currency))
}

function Name({ row, to }: { row: AgeingRow; to: Props['to'] }) {
  const { t } = useTranslation('money')
  return (
    <TextLink to={to(row.customer.id)} fw={600}>
      {row.customer.name ?? t('notOpen')}
    </TextLink>
  )
}

function OverLimit({ row }: { row: AgeingRow }) {
  const { t } = useTranslation('money')
  if (row.overLimit !== true) return null
  return (
    <Badge size="sm" variant="light" color="red">
      {t('overLimit')}
    </Badge>
  )
}

function Wide({ page, to }: Props) {
  const { t } = useTranslation('money')
  const { number } = useFormats()
  const sum = useSum()
  const figure = classes['figure'] ?? ''
  const { inCompany } = page
  const several =
    page.totals.length > 1 || page.totals.some(({ currency }) => currency !== inCompany.currency)
  return (
    <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('customer')}</Table.Th>
            {columns.map((name) => (
              <Table.Th key={name} className={figure}>
                {t(`bucket.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.rows.map((row) => (
            <Table.Tr key={`${row.customer.id} ${row.currency}`}>
              <Table.Td>
                <Group gap="xs">
                  <Name row={row} to={to} />
                  <OverLimit row={row} />
                </Group>
              </Table.Td>
              {columns.map((name) => (
                <Table.Td
                  key={name}
                  className={`${figure} ${name === 'over90' && row.over90 > 0 ? classes['late'] : ''}`}
                >
                  {sum(row[name], row.currency)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          {page.totals.map((total) => (
            <Table.Tr key={total.currency} className={classes['total'] ?? ''}>
              <Table.Td>
                {t('total', {
                  currency: total.currency,
                  count: total.customers,
                  customers: number(total.customers),
                })}
              </Table.Td>
              {columns.map((name) => (
                <Table.Td key={name} className={figure}>
                  {sum(total[name], total.currency)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          {several && inCompany.sum !== null && (
            <Table.Tr className={classes['total'] ?? ''}>
              <Table.Td>{t('inCompany', { currency: inCompany.currency })}</Table.Td>
              {columns.map((name) => (
                <Table.Td key={name} className={figure}>
                  {sum(inCompany.sum?.[name] ?? 0, inCompany.currency)}
                </Table.Td>
              ))}
            </Table.Tr>
          )}
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  )
}

function Narrow({ page, to }: Props) {
  const { t } = useTranslation('money')
  const { money, day, fromToday } = useFormats()
  return (
    <>
      <Lines label={t('title')}>
        {page.rows.map((row) => {
          const late = row.open - row.notDue
          return (
            <Line
              key={`${row.customer.id} ${row.currency}`}
              title={
                <Group gap="xs">
                  <Name row={row} to={to} />
                  <OverLimit row={row} />
                </Group>
              }
              detail={[
                late > 0 ? t('panel.late', { amount: money(late, row.currency) }) : t('notLate'),
                row.oldestDueOn === null
                  ? null
                  : t('oldest', { day: day(row.oldestDueOn), ago: fromToday(row.oldestDueOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
              action={<Text className={classes['figure'] ?? ''}>{money(row.open, row.currency)}</Text>}
            />
          )
        })}
      </Lines>
      {page.totals.map(({ currency, open, notDue }) => (
        <Group key={currency} justify="space-between" mt="sm">
          <Text fw={600}>{t('allOpen', { currency })}</Text>
          <Text fw={600}>
            {money(open, currency)} · {t('panel.late', { amount: money(open - notDue, currency) })}
          </Text>
        </Group>
      ))}
    </>
  )
}
