import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './notices.module.css'
import { useUnread } from './useNotices.ts'

/** How many notices wait, on the bell; nothing when none does. */
export function UnreadBadge() {
  const { t } = useTranslation('notices', { useSuspense: false })
  const unread = useUnread()
  if (unread === 0) return null
  return (
    <>
      <span className={classes['badge']} aria-hidden>
        {unread > 99 ? '99+' : unread}
      </span>
      <VisuallyHidden>{t('unread', { count: unread })}</VisuallyHidden>
    </>
  )
}
