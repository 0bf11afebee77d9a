import { Pagination, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { LoadingState } from '../../../platform/web/ui/LoadingState.tsx'
import type { ListSearch } from '../../list-search.ts'
import { useCustomerList } from '../list/useCustomerList.ts'
import { pageSize } from '../list/query.ts'
import { MapItem } from './MapItem.tsx'
import classes from './map.module.css'

type Props = { search: ListSearch; onChange: (search: ListSearch) => void; to: (id: string) => string }

/** The same selection in words beside the map, for those who don't see it or want to read. */
export function MapList({ search, onChange, to }: Props) {
  const { t } = useTranslation('customers')
  const list = useCustomerList(search)
  return (
    <section className={classes['list']} aria-label={t('map.list')}>
      <Loaded query={list} loading={<LoadingState rows={8} height={56} />}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <Text c="dimmed">{t('noneFound')}</Text>}
            <ul className={classes['items']}>
              {rows.map((row) => (
                <MapItem key={row.id} row={row} to={to} />
              ))}
            </ul>
            {total > pageSize && (
              <Pagination
                size="sm"
                mt="sm"
                siblings={0}
                boundaries={1}
                total={Math.ceil(total / pageSize)}
                value={search.page ?? 1}
                onChange={(page) => onChange({ ...search, page })}
                getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
