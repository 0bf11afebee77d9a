import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { useFieldWords } from './useFieldWords.ts'
import { OutletName, QueueLine } from './QueueLine.tsx'
import type { RequestItem } from './types.ts'
import { useRefresh } from './useQueue.ts'

/** Somebody asks to change a protected field: old and new value, yes or no (rule 1.4). */
export function RequestLine({ item }: { item: RequestItem }) {
  const { t } = useTranslation('stewardship')
  const { ago } = useFormats()
  const words = useFieldWords()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const { request: asked, customer } = item
  async function decide(how: 'approve' | 'reject') {
    setBusy(true)
    const params = { path: { id: asked.id } }
    const { error } =
      how === 'approve'
        ? await request.POST('/api/requests/{id}/approve', { params, body: {} })
        : await request.POST('/api/requests/{id}/reject', { params, body: {} })
    setBusy(false)
    if (error !== undefined) return sayProblem(error)
    say(t(how === 'approve' ? 'approved' : 'rejected', { name: customer.name }))
    await refresh()
  }
  const can = (action: 'approve' | 'reject') => asked.may.includes(action)
  return (
    <QueueLine
      title={<OutletName outlet={customer} />}
      detail={
        <>
          {t('asks', {
            person: asked.requestedBy?.name ?? t('program'),
            field: words.field(asked.field),
            from: words.value(asked.field, asked.from),
            to: words.value(asked.field, asked.to),
            ago: ago(asked.requestedAt),
          })}
          {asked.reason !== null && ` ${t('because', { reason: asked.reason })}`}
        </>
      }
      action={
        <Group gap="xs" wrap="nowrap">
          {can('reject') && (
            <Button variant="default" size="sm" disabled={busy} onClick={() => void decide('reject')}>
              {t('action.reject')}
            </Button>
          )}
          {can('approve') && (
            <Button variant="light" size="sm" loading={busy} onClick={() => void decide('approve')}>
              {t('action.approve')}
            </Button>
          )}
        </Group>
      }
    />
  )
}
