import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import { ClaimedDayField } from './ClaimedDayField.tsx'

type Props = {
  customer: { id: string; name: string; owner: { name: string } | null }
  registration: components['schemas']['ClaimCustomer']['registration']
  /** Since when it is mine, as it was said before. */
  claimedOn: string | null
  onCase: (id: string) => void
  cancel: () => void
}

/** Claims a customer that somebody else holds: nothing is registered, a case opens (rule 2.3). */
export function ClaimForm({ customer, registration, claimedOn, onCase, cancel }: Props) {
  const { t } = useTranslation('collisions')
  const client = useQueryClient()
  const [statement, setStatement] = useState('')
  const [since, setSince] = useState(claimedOn)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  async function claim() {
    setBusy(true)
    const { data, error } = await request.POST('/api/collisions', {
      body: {
        customerId: customer.id,
        statement,
        ...(registration === undefined ? {} : { registration }),
        ...(since === null ? {} : { claimedOn: since }),
      },
    })
    setBusy(false)
    if (error !== undefined) return setProblem(error)
    await client.invalidateQueries()
    onCase(data.id)
  }
  return (
    <Paper p="md" withBorder component="section" aria-label={t('claim.title', { name: customer.name })}>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('claim.title', { name: customer.name })}
        </Title>
        <Text>{t('claim.text', { owner: customer.owner?.name ?? t('pool') })}</Text>
        <Textarea
          label={t('claim.label')}
          description={t('form.evidence.text')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
        />
        <ClaimedDayField value={since} onChange={setSince} />
        <FormProblem error={problem} of="collisions" />
        <Group>
          <Button loading={busy} disabled={statement.trim() === ''} onClick={() => void claim()}>
            {t('claim.button')}
          </Button>
          <Button variant="default" onClick={cancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
