import { Text, VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import classes from './tiers.module.css'
import type { TierMove } from './types.ts'
import { TierMark } from './TierMark.tsx'

type Props = { moves: readonly TierMove[]; currency: string; customerAddress: (id: string) => string }

/** Who moves from where to where, and why, the largest first. */
export function MoveLines({ moves, currency, customerAddress }: Props) {
  const { t } = useTranslation('tiers')
  const { money, number, percent } = useFormats()
  return (
    <ul className={classes['moves']} aria-label={t('moves')}>
      {moves.map((move) => (
        <li key={move.id}>
          <span className={classes['change']}>
            {move.before === null ? (
              <span className={classes['none']}>–</span>
            ) : (
              <TierMark tier={move.before} />
            )}
            <IconArrowRight size={14} aria-hidden />
            <VisuallyHidden>{t('becomes')}</VisuallyHidden>
            {move.after !== null && <TierMark tier={move.after} />}
          </span>
          <span className={classes['who']}>
            <TextLink to={customerAddress(move.id)}>{move.name}</TextLink>
            <Text component="span" size="xs" c="dimmed">
              {t(`because.${move.because}`, {
                place: number(move.rank),
                share: percent(move.cumulativePpm / 1_000_000),
              })}
              {move.owner !== null && ` · ${move.owner.name}`}
            </Text>
          </span>
          <span className={classes['sales']}>{money(BigInt(move.salesMinor), currency)}</span>
        </li>
      ))}
    </ul>
  )
}
