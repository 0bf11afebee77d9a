import { Button, Checkbox, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { eventTypeNames } from '../event-types.ts'
import { type Endpoint, refreshWebhooks } from './types.ts'
import { useTypeWords } from './useTypeWords.ts'

type Props = { endpoint: Endpoint | null; done: () => void; showSecret: (secret: string) => void }

/** Where events go and which; a new address is answered with its secret. */
export function EndpointForm({ endpoint, done, showSecret }: Props) {
  const { t } = useTranslation('webhooks')
  const words = useTypeWords()
  const make = api.useMutation('post', '/api/webhooks', {
    onSuccess: async ({ secret }) => {
      await refreshWebhooks()
      showSecret(secret)
    },
  })
  const change = api.useMutation('put', '/api/webhooks/{id}', {
    onSuccess: async () => {
      await refreshWebhooks()
      say(t('saved'))
      done()
    },
  })
  const form = useForm({
    initialValues: {
      url: endpoint?.url ?? '',
      description: endpoint?.description ?? '',
      types: endpoint?.types ?? ([] as string[]),
      enabled: endpoint?.enabled ?? true,
    },
  })
  function save({ enabled, ...wanted }: typeof form.values) {
    const body = { ...wanted, types: wanted.types as never }
    if (endpoint === null) make.mutate({ body })
    else
      change.mutate({
        params: { path: { id: endpoint.id } },
        body: { ...body, enabled, version: endpoint.version },
      })
  }
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack>
        <TextInput
          label={t('url')}
          description={t('urlText')}
          type="url"
          required
          withAsterisk={false}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('url')}
        />
        <TextInput label={t('description')} maxLength={200} {...form.getInputProps('description')} />
        <Checkbox.Group label={t('types')} {...form.getInputProps('types')}>
          <Stack gap={8} mt="xs">
            {eventTypeNames.map((type) => (
              <Checkbox key={type} value={type} label={words(type)} description={type} />
            ))}
          </Stack>
        </Checkbox.Group>
        {endpoint !== null && (
          <Switch label={t('on')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        )}
        <FormProblem error={make.error ?? change.error} />
        <Group justify="flex-end">
          <Button
            type="submit"
            loading={make.isPending || change.isPending}
            disabled={form.values.types.length === 0}
          >
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
