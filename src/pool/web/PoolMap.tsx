import { Stack, Text } from '@mantine/core'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerMap } from '../../customers/map-points.ts'
import { PointMap } from '../../platform/web/map/PointMap.tsx'
import classes from './pool.module.css'
import type { PoolCustomer } from './types.ts'

type Props = {
  customers: readonly PoolCustomer[]
  /** Places are shown to about a kilometre. */
  rounded: boolean
  children: (customer: PoolCustomer) => ReactNode
}

const colour = ['#3246c8'] as const
const hundredThousandths = (degrees: number | null) => Math.round((degrees ?? 0) * 100_000)

/** Where the customers of this page are; whichever is pressed is shown below. */
export function PoolMap({ customers, rounded, children }: Props) {
  const { t } = useTranslation('pool')
  const [picked, pick] = useState<string | null>(null)
  const placed = useMemo(() => customers.filter(({ latitude }) => latitude !== null), [customers])
  const points = useMemo(
    () =>
      customerMap({
        ids: placed.map(({ id }) => id),
        lat: placed.map(({ latitude }) => hundredThousandths(latitude)),
        lon: placed.map(({ longitude }) => hundredThousandths(longitude)),
        tier: placed.map(({ tier }) => tier ?? '-').join(''),
        fresh: '1'.repeat(placed.length),
        located: (rounded ? 'a' : 'p').repeat(placed.length),
        owner: placed.map(() => -1),
        owners: [],
        unplaced: customers.length - placed.length,
      }).points,
    [placed, customers.length, rounded],
  )
  const shown = placed.find(({ id }) => id === picked)
  return (
    <Stack gap="sm">
      <div className={classes['map']}>
        <PointMap
          label={t('map.label')}
          points={points}
          colourBy="group"
          colours={colour}
          selected={shown === undefined ? null : placed.indexOf(shown)}
          onPick={([row]) => pick(row === undefined ? null : (placed[row]?.id ?? null))}
        />
      </div>
      {rounded && (
        <Text size="sm" c="dimmed">
          {t('map.rounded')}
        </Text>
      )}
      {customers.length > placed.length && (
        <Text size="sm" c="dimmed">
          {t('map.unplaced', { count: customers.length - placed.length })}
        </Text>
      )}
      {shown !== undefined && children(shown)}
    </Stack>
  )
}
