import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import type { PrivacyRequest } from './types.ts'

const kinds = ['access', 'correct', 'erase', 'object'] as const

/** Records that somebody asked; the day it is due follows. `addressOf` is the page of a request. */
export function NewRequest({ addressOf }: { addressOf: (id: string) => string }) {
  const { t } = useTranslation('privacy')
  const navigate = useNavigate()
  const [kind, setKind] = useState<PrivacyRequest['kind']>('access')
  const [subject, setSubject] = useState({ name: '', phone: '', email: '' })
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const said = Object.fromEntries(Object.entries(subject).filter(([, value]) => value.trim() !== ''))
  async function open() {
    setBusy(true)
    const { data, error } = await request.POST('/api/privacy/requests', { body: { kind, subject: said } })
    setBusy(false)
    if (error !== undefined) return setProblem(error)
    await navigate({ to: addressOf(data.id) })
  }
  const field = (name: 'name' | 'phone' | 'email', type: string) => (
    <TextInput
      label={t(`subject.${name}`)}
      type={type}
      value={subject[name]}
      onChange={(event) => setSubject({ ...subject, [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <Stack gap="sm">
        <Group align="end">
          <Select
            label={t('asksFor')}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'access')}
            allowDeselect={false}
          />
          {field('name', 'text')}
          {field('phone', 'tel')}
          {field('email', 'email')}
          <Button type="submit" loading={busy} disabled={Object.keys(said).length === 0}>
            {t('record')}
          </Button>
        </Group>
        <FormProblem error={problem} />
      </Stack>
    </form>
  )
}
