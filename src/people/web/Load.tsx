import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { PersonSummary } from './types.ts'

/** How many customers somebody owns, and how much visiting they ask for beside a full four weeks of 160 visits. */
export function Load({ load }: { load: PersonSummary['load'] }) {
  const { t } = useTranslation('people')
  const { number } = useFormats()
  if (load === null) return null
  const words = t('load.visits', { count: load.weight, visits: number(load.weight) })
  return (
    <div title={words} style={{ minWidth: '6rem' }}>
      <Text size="sm">{t('load.customers', { count: load.owner, customers: number(load.owner) })}</Text>
      <Progress value={Math.min(100, (load.weight / 160) * 100)} size={4} aria-label={words} />
    </div>
  )
}
