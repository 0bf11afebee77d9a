import { Button, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { RowLine } from './RowLine.tsx'
import classes from './imports.module.css'
import type { ImportDetail } from './types.ts'
import { useWords } from './useWords.ts'

type Only =
  | 'new'
  | 'update'
  | 'unchanged'
  | 'rejected'
  | 'likely-duplicate'
  | 'duplicate-in-file'
  | 'not-wanted'
  | 'left'
  | 'kept'

/** Rows of the file with one verdict, as they stand, with what is wrong or would change. */
export function Rows({ detail, only }: { detail: ImportDetail; only: Only }) {
  const { t } = useWords()
  const [limit, setLimit] = useState(50)
  const query = api.useQuery(
    'get',
    '/api/imports/{id}/rows',
    { params: { path: { id: detail.id }, query: { only, limit } } },
    { staleTime: 0, placeholderData: (before) => before },
  )
  const bad = new Set((query.data?.rows ?? []).flatMap((row) => (row.problems ?? []).map((one) => one.field)))
  // What is to be mended comes first: on a phone the rest is out of sight.
  const shown = detail.columns
    .filter((column) => column.field !== null)
    .toSorted((a, b) => Number(bad.has(b.field ?? '')) - Number(bad.has(a.field ?? '')))
  return (
    <Loaded query={query}>
      {({ rows, next }) =>
        rows.length === 0 ? (
          <Text c="dimmed">{t('rows.none')}</Text>
        ) : (
          <Stack gap="sm">
            <div className={classes['rows']}>
              <Table withRowBorders verticalSpacing={4}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('row')}</Table.Th>
                    <Table.Th>{t('reason')}</Table.Th>
                    {shown.map((column) => (
                      <Table.Th key={column.at}>{detail.inspection.columns[column.at]?.header}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <RowLine key={row.row} row={row} detail={detail} columns={shown} />
                  ))}
                </Table.Tbody>
              </Table>
            </div>
            {next !== null && limit < 200 && (
              <Button variant="default" onClick={() => setLimit(200)}>
                {t('rows.more')}
              </Button>
            )}
          </Stack>
        )
      }
    </Loaded>
  )
}
