import { DataTable } from 'mantine-datatable'
import 'mantine-datatable/styles.css'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { type ListSearch, leaveOut } from '../../list-search.ts'
import { useChannelName } from '../useChannelName.ts'
import { type ColumnName, type CustomerRow, columnsOf } from './columns.tsx'
import classes from './list.module.css'
import { pageSize } from './query.ts'

type Props = {
  rows: CustomerRow[]
  total: number
  search: ListSearch
  onChange: (search: ListSearch) => void
  columns: readonly ColumnName[]
  chosen: CustomerRow[]
  /** Absent for those who may change nothing: then there are no boxes. */
  onChoose: ((rows: CustomerRow[]) => void) | undefined
  /** The rows are those of before, because the wanted ones are on their way. */
  isBusy: boolean
  to: (id: string) => string
}

/** The list on a wide screen: sorted by a column, chosen by boxes, a page at a time. */
export function CustomerTable(props: Props) {
  const { rows, total, search, onChange, columns, chosen, onChoose, isBusy, to } = props
  const { t } = useTranslation('customers')
  const formats = useFormats()
  const channelName = useChannelName()
  // Best matches first has no column of its own.
  const sort = search.sort ?? (search.q === undefined ? 'name' : '')
  return (
    <DataTable<CustomerRow>
      records={rows}
      columns={columnsOf(columns, { t, formats, channelName, to })}
      className={isBusy ? `${classes['table']} ${classes['busy']}` : (classes['table'] ?? '')}
      withTableBorder
      borderRadius="md"
      verticalSpacing={6}
      highlightOnHover
      minHeight={rows.length === 0 ? 200 : 0}
      noRecordsText={t('noneFound')}
      {...(onChoose === undefined
        ? {}
        : {
            selectedRecords: chosen,
            onSelectedRecordsChange: onChoose,
            allRecordsSelectionCheckboxProps: { 'aria-label': t('choosePage') },
            getRecordSelectionCheckboxProps: (row: CustomerRow) => ({
              'aria-label': t('chooseOne', { name: row.name }),
            }),
          })}
      sortStatus={{
        columnAccessor: sort.replace(/^-/, ''),
        direction: sort.startsWith('-') ? 'desc' : 'asc',
      }}
      onSortStatusChange={({ columnAccessor, direction }) =>
        onChange({
          ...leaveOut(search, ['page']),
          sort: `${direction === 'desc' ? '-' : ''}${String(columnAccessor)}`,
        })
      }
      totalRecords={total}
      recordsPerPage={pageSize}
      page={search.page ?? 1}
      onPageChange={(page) => onChange({ ...search, page })}
      paginationText={({ from, to: last, totalRecords }) =>
        t('pageOf', {
          from: formats.number(from),
          to: formats.number(last),
          total: formats.number(totalRecords),
        })
      }
      getPaginationControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
    />
  )
}
