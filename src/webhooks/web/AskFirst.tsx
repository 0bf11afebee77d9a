import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { type Endpoint, refreshWebhooks } from './types.ts'

type Props = {
  what: 'renew' | 'remove'
  endpoint: Endpoint
  done: () => void
  showSecret: (secret: string) => void
}

/** Removing and a new secret can't be taken back, so they are asked for twice. */
export function AskFirst({ what, endpoint, done, showSecret }: Props) {
  const { t } = useTranslation('webhooks')
  const [error, setError] = useState<unknown>(null)
  const params = { path: { id: endpoint.id } }
  async function remove() {
    const answer = await request.DELETE('/api/webhooks/{id}', { params })
    if (answer.error !== undefined) return setError(answer.error)
    await refreshWebhooks()
    say(t('removed'))
    done()
  }
  async function renew() {
    const { data, error: no } = await request.POST('/api/webhooks/{id}/secret', { params })
    if (data === undefined) setError(no)
    else showSecret(data.secret)
  }
  return (
    <Stack>
      <Text>{t(`${what}Sure`)}</Text>
      <Text c="dimmed" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {endpoint.url}
      </Text>
      <FormProblem error={error} />
      <Group justify="flex-end">
        <Button
          {...(what === 'remove' ? { color: 'red' } : {})}
          onClick={() => void (what === 'remove' ? remove() : renew())}
        >
          {t(what)}
        </Button>
      </Group>
    </Stack>
  )
}
