import { Alert, Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { customerPath } from '../paths.ts'

/** This profile became part of another: leads there. */
export function MergedInto({ id }: { id: string }) {
  const { t } = useTranslation('customer')
  return (
    <Alert color="gray" title={t('merged')} mb="md">
      <Anchor component={Link} to={customerPath(id)}>
        {t('mergedOpen')}
      </Anchor>
    </Alert>
  )
}
