import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import type { Outlet } from './types.ts'
import { useRefresh } from './useQueue.ts'

const focusOnce = (field: HTMLInputElement | null) => field?.focus()

/** Names the person in charge without leaving the queue. */
export function InChargeForm({ customer, done }: { customer: Outlet; done: () => void }) {
  const { t } = useTranslation('stewardship')
  const refresh = useRefresh()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function save() {
    setBusy(true)
    const { error } = await request.POST('/api/customers/{id}/contacts', {
      params: { path: { id: customer.id } },
      body: { name, inCharge: true, ...(phone.trim() === '' ? {} : { phone }) },
    })
    setBusy(false)
    if (error !== undefined) return setProblem(error)
    say(t('named', { person: name, name: customer.name }))
    done()
    await refresh()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="xs">
        <Group align="end" gap="xs">
          <TextInput
            label={t('inCharge.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            ref={focusOnce}
          />
          <TextInput
            label={t('inCharge.phone')}
            type="tel"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </Group>
        <FormProblem error={problem} />
      </Stack>
    </form>
  )
}
