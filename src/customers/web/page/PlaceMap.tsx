import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PointMap } from '../../../platform/web/map/PointMap.tsx'
import { customerMap } from '../../map-points.ts'
import type { Customer } from './customer.ts'
import classes from './page.module.css'

type Props = { name: string; location: NonNullable<Customer['location']> }

const colour = ['#3246c8'] as const

/** The outlet on a small map. */
export function PlaceMap({ name, location }: Props) {
  const { t } = useTranslation('customer')
  const { latitude, longitude, locatedBy } = location
  const { points } = useMemo(
    () =>
      customerMap({
        ids: ['here'],
        lat: [Math.round(latitude * 100_000)],
        lon: [Math.round(longitude * 100_000)],
        tier: '-',
        fresh: '1',
        located: (locatedBy ?? 'pinned').slice(0, 1),
        owner: [-1],
        owners: [],
        unplaced: 0,
      }),
    [latitude, longitude, locatedBy],
  )
  return (
    <div className={classes['place']}>
      <PointMap
        label={t('place.map', { name })}
        points={points}
        colourBy="group"
        colours={colour}
        onPick={() => undefined}
      />
    </div>
  )
}
