import { Group, Pagination, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { LineMenu } from './LineMenu.tsx'
import type { Transfer, TransferLine } from './types.ts'

const size = 50
type Props = {
  transfer: Transfer
  /** How a line of a draft is given to somebody else; null leaves it out. */
  editing?: {
    give: (customer: string, personId: string | null) => void
    somebodyElse: (customer: string) => void
  }
}

/** The customers of a transfer, fifty at a time, each with who gets it. */
export function LinesTable({ transfer, editing }: Props) {
  const { t } = useTranslation('transfers')
  const { number } = useFormats()
  const [page, setPage] = useState(1)
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState<'all' | 'none'>('all')
  const [q] = useDebouncedValue(typed.trim(), 200)
  const shown = transfer.withoutSuccessor === 0 ? 'all' : only
  const query = api.useQuery(
    'get',
    '/api/transfers/{id}/lines',
    {
      params: {
        path: { id: transfer.id },
        query: { page, size, ...(q === '' ? {} : { q }), ...(shown === 'none' ? { successor: 'none' } : {}) },
      },
    },
    { placeholderData: (before) => before },
  )
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          value={typed}
          maxLength={200}
          data-page-search
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setPage(1)
          }}
        />
        {transfer.withoutSuccessor > 0 && (
          <SegmentedControl
            aria-label={t('which')}
            value={shown}
            onChange={(value) => {
              setOnly(value === 'none' ? 'none' : 'all')
              setPage(1)
            }}
            data={[
              { value: 'all', label: t('all') },
              { value: 'none', label: t('onlyWithout', { shown: number(transfer.withoutSuccessor) }) },
            ]}
          />
        )}
      </Group>
      <Loaded query={query}>
        {({ lines, total }) => (
          <>
            <Table verticalSpacing={6} aria-label={t('lines')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('customer')}</Table.Th>
                  <Table.Th visibleFrom="sm">{t('from')}</Table.Th>
                  <Table.Th>{t('to')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map((line) => (
                  <Table.Tr key={line.customer.id}>
                    <Table.Td>
                      {line.customer.name}
                      <Text size="xs" c="dimmed">
                        {about(line, (role) => t(`role.${role}`))}
                      </Text>
                    </Table.Td>
                    <Table.Td visibleFrom="sm">
                      <Named person={line.former} nobody={t('pool')} />
                    </Table.Td>
                    <Table.Td>
                      {editing === undefined ? (
                        <Named person={line.successor} nobody={t('nobodyYet')} />
                      ) : (
                        <LineMenu
                          line={line}
                          transfer={transfer}
                          give={(personId) => editing.give(line.customer.id, personId)}
                          somebodyElse={() => editing.somebodyElse(line.customer.id)}
                        />
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {total === 0 && <Text c="dimmed">{t('noneFound')}</Text>}
            {total > size && (
              <Pagination
                total={Math.ceil(total / size)}
                value={page}
                onChange={setPage}
                getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
              />
            )}
          </>
        )}
      </Loaded>
    </Stack>
  )
}

function about({ customer, roles }: TransferLine, word: (role: 'backup' | 'sponsor') => string): string {
  const seats = roles.filter((role) => role !== 'owner').map(word)
  return [customer.code, customer.city, customer.tier, ...seats]
    .filter((fact) => fact !== null && fact !== '')
    .join(' · ')
}

/** A person with their mark, or the words for nobody. */
function Named({ person, nobody }: { person: TransferLine['former']; nobody: string }) {
  if (person === null) return <Text c="dimmed">{nobody}</Text>
  return (
    <Group gap={6} wrap="nowrap">
      <PersonMark name={person.name} colour={person.colour} size={20} />
      <span>{person.name}</span>
    </Group>
  )
}
