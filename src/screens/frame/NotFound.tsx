import { IconMapOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

export function NotFound() {
  const { t } = useTranslation('shell')
  return (
    <EmptyState
      icon={<IconMapOff />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={<ButtonLink to={paths.today}>{t('notFound.home')}</ButtonLink>}
    />
  )
}
