import { SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../people/web/FindPerson.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { FormModal } from '../../platform/web/ui/FormModal.tsx'
import { ReasonField } from '../../platform/web/ui/ReasonField.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useRefresh } from './useRefresh.ts'

type Props = { selection: components['schemas']['Selection']; onClose: () => void }

/** Has somebody stand in from one day to another; it returns by itself (rule 2.2). */
export function CoverForm({ selection, onClose }: Props) {
  const { t } = useTranslation('relay')
  const { today } = useFormats()
  const refresh = useRefresh()
  const [personId, setPersonId] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const [to, setTo] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const cover = api.useMutation('post', '/api/ownership/covers', {
    onSuccess: async ({ customers }) => {
      await refresh()
      say(t('covered', { count: customers }))
      onClose()
    },
  })
  function record() {
    if (personId === null || from === null || to === null) return
    const more = reason.trim() === '' ? {} : { reason }
    cover.mutate({ body: { selection, personId, from, to, ...more } })
  }
  return (
    <FormModal
      title={t('form.cover')}
      onClose={onClose}
      button={t('coverButton')}
      onSubmit={record}
      isReady={personId !== null && from !== null && to !== null}
      isPending={cover.isPending}
      error={cover.error}
    >
      <FindPerson label={t('coverWho')} value={personId} onChange={setPersonId} />
      <SimpleGrid cols={2}>
        <DayField label={t('firstDay')} required min={today} value={from} onChange={setFrom} />
        <DayField label={t('lastDay')} required min={from ?? today} value={to} onChange={setTo} />
      </SimpleGrid>
      <ReasonField label={t('reasonField')} value={reason} onChange={setReason} />
      <Text size="sm" c="dimmed">
        {t('returns')}
      </Text>
    </FormModal>
  )
}
