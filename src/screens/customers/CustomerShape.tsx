import { Paper, Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './CustomerPage.module.css'

/** The shape of the page while the customer is on its way. */
export function CustomerShape() {
  const { t } = useTranslation('shell')
  return (
    <div aria-busy aria-live="polite">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton height={30} width="min(22rem, 80%)" mt="lg" mb="xs" />
      <Skeleton height={16} width="min(34rem, 95%)" mb="lg" />
      <Skeleton height={78} mb="md" />
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <PanelShape height={220} />
          <PanelShape height={320} />
        </div>
        <div className={classes['column']}>
          <PanelShape height={90} />
          <PanelShape height={70} />
          <PanelShape height={140} />
        </div>
      </div>
    </div>
  )
}

function PanelShape({ height }: { height: number }) {
  return (
    <Paper p="md">
      <Skeleton height={18} width="30%" mb="md" />
      <Skeleton height={height} />
    </Paper>
  )
}
