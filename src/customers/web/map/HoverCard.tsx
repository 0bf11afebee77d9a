import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { pointAt } from '../../../values/points.ts'
import type { ListSearch } from '../../list-search.ts'
import type { CustomerMap } from '../../map-points.ts'
import { OwnerName } from '../OwnerName.tsx'
import type { Shade } from './colours.ts'
import classes from './map.module.css'
import { useCustomersAt } from './useCustomerMap.ts'

type PointProps = { row: number; map: CustomerMap; search: ListSearch }

/** Who stands where the pointer is. */
export function PointCard({ row, map, search }: PointProps) {
  const { t } = useTranslation('customers')
  const [asked] = useDebouncedValue(row, 120)
  const found = useCustomersAt(search, asked === row ? pointAt(map.points, row) : null, 1).data
  const first = found?.rows[0]
  if (first === undefined) return <Text size="sm">…</Text>
  return (
    <>
      <Text size="sm" fw={600}>
        {first.name}
      </Text>
      <Text size="xs" c="dimmed">
        {[first.city, first.tier === null ? null : t('tierIs', { tier: first.tier })]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <OwnerName person={first.owner} />
      {map.points.approximate[row] === 1 && (
        <Text size="xs" c="dimmed">
          {t('map.onlyCity')}
        </Text>
      )}
    </>
  )
}

type ClusterProps = { count: number; values: readonly number[]; shades: readonly Shade[] }

/** How many stand together, and of which sorts. */
export function ClusterCard({ count, values, shades }: ClusterProps) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  return (
    <>
      <Text size="sm" fw={600}>
        {t('map.together', { count, shown: number(count) })}
      </Text>
      <ul className={classes['shades']}>
        {shades.map(({ colour, label }, at) =>
          (values[at] ?? 0) === 0 ? null : (
            <li key={label}>
              <span className={classes['swatch']} style={{ background: colour }} aria-hidden />
              {label} {number(values[at] ?? 0)}
            </li>
          ),
        )}
      </ul>
    </>
  )
}
