import { SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { ColourBy, Shade } from './colours.ts'
import classes from './map.module.css'

/** What the points are coloured by: whose, which tier, how fresh. */
export function ColourSwitch({ by, onChange }: { by: ColourBy; onChange: (by: ColourBy) => void }) {
  const { t } = useTranslation('customers')
  return (
    <SegmentedControl
      size="xs"
      className={classes['switch'] ?? ''}
      aria-label={t('map.colourBy')}
      data={(['owner', 'tier', 'freshness'] as const).map((value) => ({
        value,
        label: t(`map.by.${value}`),
      }))}
      value={by}
      onChange={(value) => onChange(value)}
    />
  )
}

/** What the colours stand for, and how many there are of each. */
export function MapLegend({ shades, approximate }: { shades: readonly Shade[]; approximate: number }) {
  const { t } = useTranslation('customers')
  const { number } = useFormats()
  return (
    <ul className={classes['shades']}>
      {shades
        .filter(({ count }) => count > 0)
        .map(({ colour, label, count }) => (
          <li key={`${colour} ${label}`}>
            <span className={classes['swatch']} style={{ background: colour }} aria-hidden />
            {label}
            <Text component="span" size="xs" c="dimmed">
              {number(count)}
            </Text>
          </li>
        ))}
      {approximate > 0 && (
        <li>
          <span className={classes['hollow']} aria-hidden />
          {t('map.approximate')}
          <Text component="span" size="xs" c="dimmed">
            {number(approximate)}
          </Text>
        </li>
      )}
    </ul>
  )
}
