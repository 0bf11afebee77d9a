import { Button, Group, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { sameValue } from '../../merge-field.ts'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import type { Customer, PanelProps } from './customer.ts'
import { useValueText } from './useValueText.ts'

type Asked = Customer['requests'][number]

/** One change that waits, who asked for it and why, and what I can do with it. */
export function RequestItem({ asked, customer }: PanelProps & { asked: Asked }) {
  const { t } = useTranslation('customer')
  const { ago } = useFormats()
  const [note, setNote] = useState<string | null>(null)
  const noteField = useRef<HTMLInputElement>(null)
  const isNoting = note !== null
  useEffect(() => {
    if (isNoting) noteField.current?.focus()
  }, [isNoting])
  const decide = useDecisions(asked)
  const field = t(`field.${asked.field}`)
  const isOther = !sameValue(asked.current, asked.from)
  const may = (act: 'approve' | 'reject' | 'withdraw') => asked.may.includes(act)
  return (
    <li>
      <Text size="sm" fw={600}>
        {asked.contactName === null ? field : t('requests.ofContact', { field, name: asked.contactName })}
      </Text>
      <FromTo customer={customer} asked={asked} isOther={isOther} />
      <Text size="xs" c="dimmed">
        {[asked.requestedBy?.name, ago(asked.requestedAt), asked.reason].filter(Boolean).join(' · ')}
      </Text>
      {note !== null && (
        <TextInput
          mt={6}
          size="xs"
          label={t('requests.note')}
          value={note}
          maxLength={500}
          ref={noteField}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <Group gap="xs" mt={6}>
        {may('approve') && note === null && (
          <Button size="compact-sm" loading={decide.isPending} onClick={() => decide.approve(isOther)}>
            {t(isOther ? 'requests.approveDespite' : 'requests.approve')}
          </Button>
        )}
        {may('reject') && (
          <Button
            size="compact-sm"
            variant="default"
            loading={decide.isPending}
            onClick={() => (note === null ? setNote('') : decide.reject(note))}
          >
            {t(note === null ? 'requests.reject' : 'requests.rejectNow')}
          </Button>
        )}
        {may('withdraw') && (
          <Button size="compact-sm" variant="default" loading={decide.isPending} onClick={decide.withdraw}>
            {t('requests.withdraw')}
          </Button>
        )}
      </Group>
    </li>
  )
}

/** From what to what; and what it is by now, when somebody changed it since. */
function FromTo({ customer, asked, isOther }: PanelProps & { asked: Asked; isOther: boolean }) {
  const { t } = useTranslation('customer')
  const written = useValueText(customer)
  const text = (value: unknown) => written(asked.field, value) || t('nothing')
  return (
    <>
      <Text size="sm">
        <s>{text(asked.from)}</s> → <b>{text(asked.to)}</b>
      </Text>
      {isOther && (
        <Text size="sm" role="note">
          {t('requests.other', { value: text(asked.current) })}
        </Text>
      )}
    </>
  )
}

function useDecisions(asked: Asked) {
  const { t } = useTranslation('customer')
  const refresh = useRefreshCustomers()
  const done = (said: string) => ({
    onSuccess: async () => {
      await refresh()
      say(t(said))
    },
    onError: async (error: unknown) => {
      sayProblem(error)
      await refresh()
    },
  })
  const approval = api.useMutation('post', '/api/requests/{id}/approve', done('requests.approved'))
  const rejection = api.useMutation('post', '/api/requests/{id}/reject', done('requests.rejected'))
  const withdrawal = api.useMutation('post', '/api/requests/{id}/withdraw', done('requests.withdrawn'))
  const params = { path: { id: asked.id } }
  return {
    approve: (despite: boolean) => approval.mutate({ params, body: despite ? { despite } : {} }),
    reject: (note: string) => rejection.mutate({ params, body: note.trim() === '' ? {} : { note } }),
    withdraw: () => withdrawal.mutate({ params }),
    isPending: approval.isPending || rejection.isPending || withdrawal.isPending,
  }
}
