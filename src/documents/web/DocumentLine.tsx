import { ActionIcon, Anchor, Button } from '@mantine/core'
import { IconFileText, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { Line } from '../../platform/web/ui/Lines.tsx'
import classes from './DocumentLine.module.css'
import type { Document } from './send-file.ts'

type Props = { document: Document; remove?: () => void; restore?: () => void }

/** A document: a small picture of a photo, its name to save it by, who brought it and when. */
export function DocumentLine({ document, remove, restore }: Props) {
  const { t } = useTranslation('documents')
  const { day, number } = useFormats()
  const kilobytes = number(Math.max(1, Math.round(document.bytes / 1000)))
  const added = t('added', {
    person: document.addedBy?.name ?? t('program'),
    day: day(document.addedAt.slice(0, 10)),
    kilobytes,
  })
  return (
    <Line
      mark={<Picture document={document} />}
      title={
        document.gone ? (
          document.name
        ) : (
          <Anchor href={`/api/documents/${document.id}/file`} download={document.name}>
            {document.name}
          </Anchor>
        )
      }
      detail={document.note === null ? added : `${document.note} · ${added}`}
      action={
        remove !== undefined && document.may.includes('remove') ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('remove', { name: document.name })}
            onClick={remove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        ) : restore !== undefined && document.may.includes('restore') ? (
          <Button variant="default" size="compact-sm" onClick={restore}>
            {t('restore')}
          </Button>
        ) : undefined
      }
    />
  )
}

function Picture({ document }: { document: Document }) {
  if (!document.photo || document.gone) return <IconFileText size={28} />
  const which = document.hasThumbnail ? 'thumbnail' : 'file'
  return (
    <img
      className={classes['picture']}
      src={`/api/documents/${document.id}/${which}`}
      alt=""
      width={48}
      height={48}
      loading="lazy"
      decoding="async"
    />
  )
}
