import { Button, FileButton, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import { LongWork } from '../../../platform/web/ui/LongWork.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import type { Visit } from '../types.ts'
import type { SaveVisit } from '../useVisit.ts'
import classes from './page.module.css'

type Props = {
  visit: Visit
  save: SaveVisit
  /** Keeps a photo of the customer, as one of this visit; rejects with the request's error. */
  keep: (customer: string, file: File, visit: string) => Promise<unknown>
}

/** Photos of the visit; taking one ticks off the task of one. Nothing else waits for them. */
export function Photos({ visit, save, keep }: Props) {
  const { t } = useTranslation('visits')
  const [sending, setSending] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  async function send(files: readonly File[]) {
    setProblem(null)
    try {
      for (const [done, file] of files.entries()) {
        setSending({ done, total: files.length })
        await keep(visit.customer.id, file, visit.id)
      }
      const { id } = visit
      const task = visit.tasks.find(({ kind, doneAt }) => kind === 'photo' && doneAt === null)
      if (task !== undefined) {
        const params = { path: { id, taskId: task.id } }
        const body = { kind: task.kind, text: task.text, result: task.result, done: true }
        await save(request.PUT('/api/visits/{id}/tasks/{taskId}', { params, body }))
      }
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(null)
      const params = { path: { id: visit.id } }
      await save(request.GET('/api/visits/{id}', { params })).catch(setProblem)
    }
  }
  const add = visit.may.includes('record') && (
    <FileButton multiple accept="image/*" capture="environment" onChange={(files) => void send(files)}>
      {(props) => (
        <Button
          {...props}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconCamera size={16} aria-hidden />}
          disabled={sending !== null}
        >
          {t('photos.add')}
        </Button>
      )}
    </FileButton>
  )
  return (
    <Panel title={t('photos.title')} action={add}>
      {sending !== null && <LongWork label={t('photos.sending')} {...sending} />}
      <FormProblem error={problem} of="documents" />
      {visit.photos.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('photos.none')}
        </Text>
      ) : (
        <ul className={classes['photos']} aria-label={t('photos.title')}>
          {visit.photos.map(({ id, name, hasThumbnail }) => (
            <li key={id}>
              <a href={`/api/documents/${id}/file`} download>
                <img src={`/api/documents/${id}/${hasThumbnail ? 'thumbnail' : 'file'}`} alt={name} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
