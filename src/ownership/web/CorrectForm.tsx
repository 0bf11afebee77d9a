import { SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../platform/web/ui/ReasonField.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

/** Says who really was the owner from one day to another. What was believed before stays readable (rule 2.1). */
export function CorrectForm({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation('relay')
  const refresh = useRefresh()
  // Nobody is chosen before somebody is: neither a person nor the pool gets a customer by mistake.
  const [personId, setPersonId] = useState<string | null>()
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const correct = api.useMutation('post', '/api/customers/{id}/ownership/corrections', {
    onSuccess: async () => {
      await refresh()
      say(t('corrected'))
      onClose()
    },
  })
  function record() {
    if (from === null || personId === undefined) return
    correct.mutate({
      params: { path: { id: customerId } },
      body: { role: 'owner', personId, from, until, reason: reason.trim() },
    })
  }
  return (
    <FormModal
      title={t('form.correct')}
      onClose={onClose}
      button={t('correctButton')}
      onSubmit={record}
      isReady={personId !== undefined && from !== null && reason.trim() !== ''}
      isPending={correct.isPending}
      error={correct.error}
    >
      <FindPerson label={t('wasOwner')} nobody={t('pool')} value={personId} onChange={setPersonId} />
      <SimpleGrid cols={2}>
        <DayField label={t('firstDay')} required value={from} onChange={setFrom} />
        <DayField
          label={t('untilDay')}
          clearable
          {...(from === null ? {} : { min: from })}
          value={until}
          onChange={setUntil}
        />
      </SimpleGrid>
      <ReasonField label={t('reasonField')} required value={reason} onChange={setReason} />
      <Text size="sm" c="dimmed">
        {t('stays')}
      </Text>
    </FormModal>
  )
}
