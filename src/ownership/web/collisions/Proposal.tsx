import { Paper, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Case } from './types.ts'

/** What the rule says, with its reason in words (rule 2.3). It decides nothing. */
export function Proposal({ one }: { one: Case }) {
  const { t } = useTranslation('collisions')
  const { day, percent } = useFormats()
  const { proposal } = one
  if (proposal === null || (one.stage !== 'open' && one.stage !== 'appealed')) return null
  const facts = {
    name: proposal.person.name,
    day: day(proposal.day),
    least: percent(one.completeFrom / 100),
  }
  return (
    <Paper p="md" maw="60rem" component="section" aria-label={t('proposal.title')}>
      <Text fw={600}>{t('proposal.title')}</Text>
      <Text>{t(`proposal.${proposal.because}`, facts)}</Text>
      <Text size="sm" c="dimmed">
        {t('proposal.decidesNothing')}
      </Text>
    </Paper>
  )
}
