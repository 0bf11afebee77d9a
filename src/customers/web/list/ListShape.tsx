import { Paper, Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './list.module.css'

/** The shape of the list while its first page is on its way: as many rows as fill a screen, at their height. */
export function ListShape({ isWide }: { isWide: boolean }) {
  const { t } = useTranslation('shell')
  return (
    <div aria-busy aria-live="polite">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Paper className={classes['shape']} withBorder={isWide}>
        {Array.from({ length: isWide ? 12 : 6 }, (_, row) => (
          <div key={row} className={isWide ? classes['shapeRow'] : classes['shapeCard']}>
            <Skeleton height={14} width={`${40 - ((row * 7) % 18)}%`} />
            <Skeleton height={10} width={`${24 - ((row * 5) % 9)}%`} mt={6} />
          </div>
        ))}
      </Paper>
    </div>
  )
}
