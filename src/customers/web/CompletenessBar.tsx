import { Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** How much of the profile is there, as a short bar with its figure. */
export function CompletenessBar({ score }: { score: number }) {
  const { t } = useTranslation('customers')
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      <Progress
        value={score}
        w={44}
        size="sm"
        color={score >= 80 ? 'teal' : score >= 50 ? 'baton' : 'red'}
        aria-label={t('completenessIs', { score })}
      />
      <Text size="sm" w={26} ta="right">
        {score}
      </Text>
    </Group>
  )
}
