import { Button, Menu, Textarea } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { offerUndo, say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { HourField } from '../HourField.tsx'
import type { Visit } from '../types.ts'
import type { SaveVisit } from '../useVisit.ts'

type Props = { visit: Visit; save: SaveVisit }

/** What else can be done with a visit, as far as I may. */
export function VisitActions({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const [form, setForm] = useState<'move' | 'cancel' | null>(null)
  const { may } = visit
  const params = { path: { id: visit.id } }
  const post = (path: '/api/visits/{id}/undo-check-in' | '/api/visits/{id}/restore') =>
    void save(request.POST(path, { params })).catch(sayProblem)
  const close = () => setForm(null)
  if (may.includes('restore') && visit.cancelCause === 'hand')
    return (
      <Button variant="default" onClick={() => post('/api/visits/{id}/restore')}>
        {t('restore')}
      </Button>
    )
  if (!may.includes('move') && !may.includes('undo-check-in')) return null
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={t('more')}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may.includes('move') && <Menu.Item onClick={() => setForm('move')}>{t('move.open')}</Menu.Item>}
          {may.includes('cancel') && (
            <Menu.Item onClick={() => setForm('cancel')}>{t('cancel.open')}</Menu.Item>
          )}
          {may.includes('undo-check-in') && (
            <Menu.Item onClick={() => post('/api/visits/{id}/undo-check-in')}>{t('undoCheckIn')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {form === 'move' && <MoveForm visit={visit} save={save} onClose={close} />}
      {form === 'cancel' && <CancelForm visit={visit} save={save} onClose={close} />}
    </>
  )
}

type FormProps = Props & { onClose: () => void }

function MoveForm({ visit, save, onClose }: FormProps) {
  const { t } = useTranslation('visits')
  const { today } = useFormats()
  const [plannedOn, setDay] = useState(visit.plannedOn ?? today)
  const [plannedAt, setHour] = useState(visit.plannedAt)
  const [error, setError] = useState<unknown>(null)
  async function submit() {
    const params = { path: { id: visit.id } }
    await save(request.POST('/api/visits/{id}/move', { params, body: { plannedOn, plannedAt } }))
    say(t('move.done'))
    onClose()
  }
  return (
    <FormModal
      title={t('move.open')}
      onClose={onClose}
      button={t('move.button')}
      onSubmit={() => void submit().catch(setError)}
      isPending={false}
      error={error}
      of="visits"
    >
      <DayField
        label={t('plan.day')}
        value={plannedOn}
        min={today}
        onChange={(day) => setDay(day ?? plannedOn)}
      />
      <HourField label={t('plan.hour')} value={plannedAt} onChange={setHour} />
    </FormModal>
  )
}

function CancelForm({ visit, save, onClose }: FormProps) {
  const { t } = useTranslation('visits')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  async function submit() {
    const params = { path: { id: visit.id } }
    await save(request.POST('/api/visits/{id}/cancel', { params, body: { reason: reason.trim() } }))
    onClose()
    offerUndo(t('cancel.done'), () => save(request.POST('/api/visits/{id}/restore', { params })))
  }
  return (
    <FormModal
      title={t('cancel.title')}
      onClose={onClose}
      button={t('cancel.button')}
      onSubmit={() => void submit().catch(setError)}
      isReady={reason.trim() !== ''}
      isPending={false}
      error={error}
      of="visits"
    >
      <Textarea
        label={t('cancel.reason')}
        value={reason}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
      />
    </FormModal>
  )
}
