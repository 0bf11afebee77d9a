import { Button, Modal, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

type Props = { selection: components['schemas']['Selection']; onClose: () => void }

/** Has somebody stand in from one day to another; it returns by itself (rule 2.2). */
export function CoverForm({ selection, onClose }: Props) {
  const { t } = useTranslation(['relay', 'shell'])
  const { today } = useFormats()
  const refresh = useRefresh()
  const [personId, setPersonId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const cover = api.useMutation('post', '/api/ownership/covers', {
    onSuccess: async ({ customers }) => {
      await refresh()
      say(t('relay:covered', { count: customers }))
      onClose()
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('relay:form.cover')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (personId === null || from === null || to === null) return
          const more = reason.trim() === '' ? {} : { reason }
          cover.mutate({ body: { selection, personId, from, to, ...more } })
        }}
      >
        <Stack>
          <FindPerson label={t('relay:coverWho')} value={personId} onChange={setPersonId} />
          <SimpleGrid cols={2}>
            <DayField label={t('relay:firstDay')} required min={today} value={from} onChange={setFrom} />
            <DayField label={t('relay:lastDay')} required min={from ?? today} value={to} onChange={setTo} />
          </SimpleGrid>
          <Textarea
            label={t('relay:reasonField')}
            value={reason}
            maxLength={500}
            autosize
            minRows={2}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('relay:returns')}
          </Text>
          <FormProblem error={cover.error} />
          <Button
            type="submit"
            loading={cover.isPending}
            disabled={personId === null || from === null || to === null}
          >
            {t('relay:coverButton')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
