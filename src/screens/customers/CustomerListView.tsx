import { Pagination, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerCards } from '../../customers/web/list/CustomerCards.tsx'
import { CustomerTable } from '../../customers/web/list/CustomerTable.tsx'
import { ListShape } from '../../customers/web/list/ListShape.tsx'
import type { ColumnName, CustomerRow } from '../../customers/web/list/columns.tsx'
import { pageSize } from '../../customers/web/list/query.ts'
import type { Chosen } from '../../customers/web/list/selection.ts'
import { useLetterKeys, useListKeys } from '../../customers/web/list/useListKeys.ts'
import type { ListSearch } from '../../customers/list-search.ts'
import { useMay } from '../../people/web/useMe.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { customerPath } from '../paths.ts'

type Props = {
  list: UseQueryResult<{ rows: CustomerRow[]; total: number }, unknown>
  search: ListSearch
  onChange: (search: ListSearch) => void
  isWide: boolean
  columns: readonly ColumnName[]
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

/** The selection as a list: a table, on a phone cards. */
export function CustomerListView({ list, search, onChange, isWide, columns, chosen, onChoose }: Props) {
  const { t } = useTranslation('customers')
  const may = useMay()
  const place = useRef<HTMLDivElement>(null)
  const [keysOn] = useLetterKeys()
  useListKeys(place, keysOn && isWide)
  return (
    <div ref={place}>
      <Loaded query={list} loading={<ListShape isWide={isWide} />}>
        {({ rows, total }) =>
          isWide ? (
            <CustomerTable
              rows={rows}
              total={total}
              search={search}
              onChange={onChange}
              columns={columns}
              chosen={chosen.everything ? rows : chosen.rows}
              onChoose={
                may('customers.change') ? (its) => onChoose({ rows: its, everything: false }) : undefined
              }
              isBusy={list.isPlaceholderData}
              to={customerPath}
            />
          ) : (
            <>
              {rows.length === 0 && <Text c="dimmed">{t('noneFound')}</Text>}
              <CustomerCards rows={rows} to={customerPath} />
              {total > pageSize && (
                <Pagination
                  mt="md"
                  total={Math.ceil(total / pageSize)}
                  value={search.page ?? 1}
                  onChange={(page) => {
                    onChange({ ...search, page })
                    scrollTo({ top: 0 })
                  }}
                  siblings={0}
                  getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
                />
              )}
            </>
          )
        }
      </Loaded>
    </div>
  )
}
