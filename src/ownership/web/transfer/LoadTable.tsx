import { Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Transfer } from './types.ts'

const tiers = ['A', 'B', 'C'] as const
type Load = Transfer['successors'][number]['before']
const total = ({ A, B, C, none }: Load) => A + B + C + none

/** What each successor has now and would have afterwards, by tier. */
export function LoadTable({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers')
  const { number } = useFormats()
  const change = (before: number, after: number) =>
    before === after ? number(after) : `${number(before)} → ${number(after)}`
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table verticalSpacing={6} aria-label={t('load.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('load.person')}</Table.Th>
            <Table.Th ta="right">{t('load.gets')}</Table.Th>
            <Table.Th ta="right">{t('load.has')}</Table.Th>
            {tiers.map((tier) => (
              <Table.Th key={tier} ta="right" visibleFrom="sm">
                {tier}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {transfer.successors.map(({ person, customers, before, after, atMost }) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <PersonMark name={person.name} colour={person.colour} size={22} />
                  <span>{person.name}</span>
                </Group>
              </Table.Td>
              <Table.Td ta="right">{number(customers)}</Table.Td>
              <Table.Td ta="right">
                {change(total(before), total(after))}
                {atMost !== null && (
                  <Text size="xs" c="dimmed">
                    {t('load.atMost', { shown: number(atMost) })}
                  </Text>
                )}
              </Table.Td>
              {tiers.map((tier) => (
                <Table.Td key={tier} ta="right" visibleFrom="sm">
                  {change(before[tier], after[tier])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
