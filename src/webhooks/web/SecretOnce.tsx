import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A secret that is shown this once. */
export function SecretOnce({ secret, done }: { secret: string; done: () => void }) {
  const { t } = useTranslation('webhooks')
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <Stack>
      <Text>{t('secret.once')}</Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {secret}
      </Code>
      <Group justify="space-between">
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => clipboard.copy(secret)}>
          {t(clipboard.copied ? 'secret.copied' : 'secret.copy')}
        </Button>
        <Button onClick={done}>{t('secret.kept')}</Button>
      </Group>
    </Stack>
  )
}
