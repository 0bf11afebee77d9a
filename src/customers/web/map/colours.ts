import type { TFunction } from 'i18next'
import { lookOf } from '../../../platform/web/theme/colours.ts'
import type { ListSearch } from '../../list-search.ts'
import type { CustomerMap } from '../../map-points.ts'

export type ColourBy = 'owner' | NonNullable<ListSearch['colour']>
export type Shade = { colour: string; label: string; count: number }

const grey = '#8b857c'
const tiers = ['#3246c8', '#0f7680', '#b06a00', grey] as const
const freshness = ['#2b8a5b', '#d9480f'] as const

/** Which column of the points each colouring reads. */
export const valueOf = { owner: 'group', tier: 'category', freshness: 'level' } as const

/** The colours of the map in the order of its values, with what they stand for and how many there are. */
export function shadesOf(by: ColourBy, map: CustomerMap, t: TFunction<'customers'>): Shade[] {
  if (by === 'tier') {
    const labels = ['A', 'B', 'C'].map((tier) => t('tierIs', { tier }))
    return tiers.map((colour, at) => ({
      colour,
      label: labels[at] ?? t('map.noTier'),
      count: map.tiers[at] ?? 0,
    }))
  }
  if (by === 'freshness') {
    return freshness.map((colour, at) => ({
      colour,
      label: t(at === 0 ? 'freshness.fresh' : 'freshness.stale'),
      count: map.freshness[at] ?? 0,
    }))
  }
  return [
    { colour: grey, label: t('pool'), count: map.pool },
    ...map.owners.map(({ name, colour, count }) => ({ colour: lookOf(colour).colour, label: name, count })),
    ...(map.others === 0 ? [] : [{ colour: '#c6c1b8', label: t('map.others'), count: map.others }]),
  ]
}
