import { Button, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

/** Says who really was the owner from one day to another. What was believed before stays readable (rule 2.1). */
export function CorrectForm({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { t } = useTranslation(['relay', 'shell'])
  const refresh = useRefresh()
  const [personId, setPersonId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const correct = api.useMutation('post', '/api/customers/{id}/ownership/corrections', {
    onSuccess: async () => {
      await refresh()
      say(t('relay:corrected'))
      onClose()
    },
  })
  const isReady = from !== null && reason.trim() !== ''
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('relay:form.correct')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (from === null || !isReady) return
          correct.mutate({
            params: { path: { id: customerId } },
            body: { role: 'owner', personId, from, until, reason: reason.trim() },
          })
        }}
      >
        <Stack>
          <FindPerson
            label={t('relay:wasOwner')}
            nobody={t('relay:pool')}
            value={personId}
            onChange={setPersonId}
          />
          <SimpleGrid cols={2}>
            <DayField label={t('relay:firstDay')} required value={from} onChange={setFrom} />
            <DayField
              label={t('relay:untilDay')}
              clearable
              {...(from === null ? {} : { min: from })}
              value={until}
              onChange={setUntil}
            />
          </SimpleGrid>
          <Textarea
            label={t('relay:reasonField')}
            required
            withAsterisk={false}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('relay:stays')}
          </Text>
          <FormProblem error={correct.error} />
          <Button type="submit" loading={correct.isPending} disabled={!isReady}>
            {t('relay:correctButton')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
