import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Line } from '../../platform/web/ui/Lines.tsx'
import { phraseOf } from '../phrase.ts'
import type { Notice } from '../schema.ts'
import classes from './notices.module.css'
import { markRead } from './useNotices.ts'

/** One notice as a sentence, with what it is about to open. Opening it is reading it. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices')
  const { day, ago } = useFormats()
  const { history } = useRouter()
  const { key, values } = phraseOf(notice, { day, nameless: (what) => t(`nameless.${what}` as never) })
  const sentence = t(`kinds.${key}` as never, values as never) as unknown as string
  const isUnread = notice.readAt === null
  const { link } = notice
  function open(event: MouseEvent<HTMLAnchorElement>) {
    if (isUnread) void markRead({ ids: [notice.id] })
    // A click with a key held opens elsewhere, as any link does.
    if (link === null || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    history.push(link)
  }
  return (
    <Line
      mark={<span className={classes['dot']} data-unread={isUnread || undefined} />}
      title={
        <span className={classes['sentence']} data-unread={isUnread || undefined}>
          {sentence}
        </span>
      }
      detail={[isUnread ? t('new') : null, ago(notice.at)].filter((word) => word !== null).join(' · ')}
      action={
        link !== null ? (
          <Button
            component="a"
            href={link}
            variant="default"
            size="xs"
            aria-label={`${t('open')}: ${sentence}`}
            onClick={open}
          >
            {t('open')}
          </Button>
        ) : isUnread ? (
          <Button
            variant="default"
            size="xs"
            aria-label={`${t('markRead')}: ${sentence}`}
            onClick={() => void markRead({ ids: [notice.id] })}
          >
            {t('markRead')}
          </Button>
        ) : undefined
      }
    />
  )
}
