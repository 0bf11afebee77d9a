import { Button, Group, Stack, Text } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './BackupCodes.module.css'

/** The codes for the day the phone is lost; to copy or keep as a file. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('account')
  const clipboard = useClipboard({ timeout: 3000 })
  const text = `Relevo\n\n${codes.join('\n')}\n`
  return (
    <Stack gap="sm">
      <Text>{t('backup.text')}</Text>
      <ul className={classes['codes']} aria-label={t('backup.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCopy size={16} />}
          onClick={() => clipboard.copy(text)}
        >
          {t(clipboard.copied ? 'backup.copied' : 'backup.copy')}
        </Button>
        <Button
          component="a"
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} />}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="relevo-backup-codes.txt"
        >
          {t('backup.download')}
        </Button>
      </Group>
    </Stack>
  )
}
