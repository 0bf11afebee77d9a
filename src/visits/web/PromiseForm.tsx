import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefreshVisits } from './useVisit.ts'

type Props = { customerId: string; visitId?: string; onClose: () => void }

/** Writes down what was promised to a customer, and until when. */
export function PromiseForm({ customerId, visitId, onClose }: Props) {
  const { t } = useTranslation('visits')
  const { today } = useFormats()
  const refresh = useRefreshVisits()
  const [id] = useState(() => crypto.randomUUID())
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const make = api.useMutation('post', '/api/promises', {
    onSuccess: async () => {
      onClose()
      say(t('promises.made'))
      await refresh()
    },
  })
  const said = text.trim().replaceAll('\n', ' ')
  return (
    <FormModal
      title={t('promises.makeTitle')}
      onClose={onClose}
      button={t('promises.button')}
      onSubmit={() =>
        make.mutate({ body: { id, customerId, text: said, dueOn, ...(visitId ? { visitId } : {}) } })
      }
      isReady={said !== ''}
      isPending={make.isPending}
      error={make.error}
      of="visits"
    >
      <Textarea
        label={t('promises.what')}
        value={text}
        maxLength={1000}
        autosize
        minRows={2}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayField label={t('promises.until')} value={dueOn} min={today} clearable onChange={setDueOn} />
    </FormModal>
  )
}
