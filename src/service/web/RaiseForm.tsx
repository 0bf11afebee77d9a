import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { type ComplaintKind, complaintKinds, daysToAnswer } from '../complaint.ts'
import { useRefreshComplaints } from './useRefreshComplaints.ts'

type Props = { customer: { id: string; name: string }; onClose: () => void }

/** Notes what a customer complains of; the owner answers it unless somebody is named. */
export function RaiseForm({ customer, onClose }: Props) {
  const { t } = useTranslation('service')
  const { today } = useFormats()
  const refresh = useRefreshComplaints()
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<ComplaintKind>('product')
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<string>(addDays(today as Day, daysToAnswer))
  const [responsibleId, setResponsibleId] = useState<string | null>(null)
  const raise = api.useMutation('post', '/api/customers/{id}/complaints', {
    onSuccess: async () => {
      await refresh()
      say(t('raise.done'))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('raise.title', { name: customer.name })}
      onClose={onClose}
      button={t('raise.button')}
      onSubmit={() =>
        raise.mutate({
          params: { path: { id: customer.id } },
          body: { id, kind, text, dueOn, responsibleId },
        })
      }
      isReady={text.trim() !== ''}
      isPending={raise.isPending}
      error={raise.error}
      of="service"
    >
      <Select
        label={t('raise.kind')}
        data={complaintKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(chosen) => setKind(complaintKinds.find((one) => one === chosen) ?? kind)}
      />
      <Textarea
        label={t('raise.text')}
        required
        withAsterisk={false}
        value={text}
        maxLength={4000}
        autosize
        minRows={3}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayField
        label={t('raise.due')}
        value={dueOn}
        min={today}
        onChange={(chosen) => setDueOn(chosen ?? dueOn)}
      />
      <FindPerson
        label={t('raise.responsible')}
        nobody={t('theOwner')}
        value={responsibleId}
        onChange={setResponsibleId}
      />
    </FormModal>
  )
}
