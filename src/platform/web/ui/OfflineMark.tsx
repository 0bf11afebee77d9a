import { Group, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './OfflineMark.module.css'

/** Whether the device says it has a connection. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed)
      addEventListener('offline', changed)
      return () => {
        removeEventListener('online', changed)
        removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
}

/** A quiet line while there is no connection: what still works. Takes no room of the page. */
export function OfflineMark() {
  const { t } = useTranslation('shell')
  const online = useOnline()
  return (
    <output className={classes['place']}>
      {!online && (
        <Group className={classes['mark']} gap={6} wrap="nowrap">
          <IconCloudOff size={16} aria-hidden />
          <Text size="sm">{t('offline')}</Text>
        </Group>
      )}
    </output>
  )
}
