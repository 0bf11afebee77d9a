import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** The key itself: only its fingerprint is kept, so it can't be shown again. */
export function KeyOnce({ apiKey, done }: { apiKey: string; done: () => void }) {
  const { t } = useTranslation('account')
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <Stack>
      <Text>{t('keys.once')}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {apiKey}
      </Code>
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => clipboard.copy(apiKey)}>
          {t(clipboard.copied ? 'backup.copied' : 'backup.copy')}
        </Button>
        <Button onClick={done}>{t('keys.kept')}</Button>
      </Group>
    </Stack>
  )
}
