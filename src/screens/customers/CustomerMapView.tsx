import { Skeleton } from '@mantine/core'
import { Suspense, lazy } from 'react'
import { MapList } from '../../customers/web/map/MapList.tsx'
import classes from '../../customers/web/map/map.module.css'
import type { ListSearch } from '../../customers/list-search.ts'
import { customerPath } from '../paths.ts'

/** Drawn with a large library that the list doesn't need. */
const CustomersOnMap = lazy(async () => ({
  default: (await import('../../customers/web/map/CustomersOnMap.tsx')).CustomersOnMap,
}))

type Props = { search: ListSearch; onChange: (search: ListSearch) => void }

/** The selection on the map, and beside it in words. */
export function CustomerMapView({ search, onChange }: Props) {
  return (
    <div className={classes['view']}>
      <Suspense fallback={<Skeleton className={classes['map'] ?? ''} />}>
        <CustomersOnMap search={search} onChange={onChange} to={customerPath} />
      </Suspense>
      <MapList search={search} onChange={onChange} to={customerPath} />
    </div>
  )
}
