import { Anchor, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { PointMap } from '../../../platform/web/map/PointMap.tsx'
import type { Target } from '../../../platform/web/map/targets.ts'
import { ErrorState } from '../../../platform/web/ui/ErrorState.tsx'
import { pointAt } from '../../../values/points.ts'
import { type ListSearch, leaveOut, narrowed } from '../../list-search.ts'
import { type ColourBy, shadesOf, valueOf } from './colours.ts'
import { ClusterCard, PointCard } from './HoverCard.tsx'
import classes from './map.module.css'
import { ColourSwitch, MapLegend } from './MapLegend.tsx'
import { PickedCard } from './PickedCard.tsx'
import { useCustomerMap } from './useCustomerMap.ts'

type Props = { search: ListSearch; onChange: (search: ListSearch) => void; to: (id: string) => string }

/** The selection on the map, coloured by whose, by tier or by freshness; pressing one leads to it. */
export function CustomersOnMap({ search, onChange, to }: Props) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  const { query, found, map } = useCustomerMap(search)
  const [picked, pick] = useState<{ row: number; of: unknown } | null>(null)
  // Another selection has other rows.
  const row = picked !== null && picked.of === found ? picked.row : null
  const by: ColourBy = search.colour ?? 'owner'
  const shades = map === null ? [] : shadesOf(by, map, t)
  const card = (target: Target) =>
    target.kind === 'cluster' ? (
      <ClusterCard count={target.count} values={target.values} shades={shades} />
    ) : (
      map !== null && <PointCard row={target.row} map={map} search={search} />
    )
  if (query.isError && found === undefined) {
    return <ErrorState error={query.error} retry={() => void query.refetch()} />
  }
  return (
    <div>
      <div className={classes['map']}>
        <ColourSwitch
          by={by}
          onChange={(next) =>
            onChange(next === 'owner' ? leaveOut(search, ['colour']) : { ...search, colour: next })
          }
        />
        <PointMap
          label={t('map.label')}
          points={map?.points ?? null}
          colourBy={valueOf[by]}
          colours={shades.map(({ colour }) => colour)}
          selected={row}
          onPick={(rows) => pick(rows[0] === undefined ? null : { row: rows[0], of: found })}
          card={card}
        />
        {row !== null && map !== null && (
          <PickedCard search={search} spot={pointAt(map.points, row)} to={to} onClose={() => pick(null)} />
        )}
      </div>
      <MapLegend shades={shades} approximate={map?.approximate ?? 0} />
      {found !== undefined && found.unplaced > 0 && (
        <Text size="sm" c="dimmed" className={classes['unplaced'] ?? ''}>
          {t('map.unplaced', { count: found.unplaced, shown: number(found.unplaced) })}{' '}
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => onChange(leaveOut(narrowed(search, { located: ['none'] }), ['shows', 'colour']))}
          >
            {t('map.showUnplaced')}
          </Anchor>
        </Text>
      )}
    </div>
  )
}
