import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { paths } from '../paths.ts'

export function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <EmptyState
      icon={<IconMapOff />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Button component={Link} to={paths.today}>
          {t('notFound.home')}
        </Button>
      }
    />
  )
}
