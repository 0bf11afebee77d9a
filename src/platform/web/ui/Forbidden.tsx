import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState.tsx'

/** The person's roles don't allow this; says whom to ask (rule 10.1). */
export function Forbidden() {
  const { t } = useTranslation('shell')
  return <EmptyState icon={<IconLock />} title={t('forbidden.title')} text={t('forbidden.text')} />
}
