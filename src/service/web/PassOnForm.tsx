import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import type { Complaint } from './types.ts'
import { useRefreshComplaints } from './useRefreshComplaints.ts'

type Props = { complaint: Complaint; onClose: () => void }

/** Names who has to answer a complaint and by when; nobody: the customer's owner. */
export function PassOnForm({ complaint, onClose }: Props) {
  const { t } = useTranslation('service')
  const refresh = useRefreshComplaints()
  const { id, version, named, responsible } = complaint
  const [responsibleId, setResponsibleId] = useState(named ? (responsible?.id ?? null) : null)
  const [dueOn, setDueOn] = useState(complaint.dueOn)
  const pass = api.useMutation('post', '/api/complaints/{id}/pass-on', {
    onSuccess: async () => {
      await refresh()
      say(t('passOn.done'))
      onClose()
    },
  })
  return (
    <FormModal
      title={t('passOn.title')}
      onClose={onClose}
      button={t('passOn.button')}
      onSubmit={() => pass.mutate({ params: { path: { id } }, body: { version, responsibleId, dueOn } })}
      isPending={pass.isPending}
      error={pass.error}
      of="service"
    >
      <FindPerson
        label={t('raise.responsible')}
        nobody={t('theOwner')}
        value={responsibleId}
        onChange={setResponsibleId}
        known={named ? responsible : null}
      />
      <DayField
        label={t('raise.due')}
        value={dueOn}
        min={complaint.raisedOn}
        onChange={(chosen) => setDueOn(chosen ?? dueOn)}
      />
    </FormModal>
  )
}
