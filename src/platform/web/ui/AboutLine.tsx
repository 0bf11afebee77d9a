import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../request/client.ts'

/** Which version runs here and where its source is: whoever uses it over a network may have it (AGPL, section 13). */
export function AboutLine() {
  const { t } = useTranslation('shell')
  const about = api.useQuery('get', '/api/about', {}, { staleTime: Infinity }).data
  if (about === undefined) return null
  const { version, licence, source } = about
  return (
    <Text size="sm" c="dimmed" py="lg">
      {t('about.version', { version, licence })}{' '}
      {source === null ? t('about.ask') : <Anchor href={source}>{t('about.source')}</Anchor>}
    </Text>
  )
}
